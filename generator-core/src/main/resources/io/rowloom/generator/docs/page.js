(() => {
  'use strict';
  const input = document.getElementById('search');
  const found = document.getElementById('found');
  const contents = document.getElementById('contents');
  // On a narrow screen the table of contents would be all that is seen.
  if (matchMedia('(max-width: 60rem)').matches) {
    contents.open = false;
  }
  let entries = null;
  const collect = () => {
    const links = new Map();
    for (const link of contents.querySelectorAll('a')) {
      links.set(link.getAttribute('href'), link.closest('li'));
    }
    return Array.from(document.querySelectorAll('article'), (article) => ({
      article,
      text: article.textContent.toLowerCase(),
      title: article.querySelector('h3').textContent.trim().toLowerCase(),
      item: links.get('#' + (article.querySelector('h3 [id]:last-of-type') || article).id),
    }));
  };
  const search = () => {
    entries = entries || collect();
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const entry of entries) {
      const hit = words.every((word) => entry.text.includes(word));
      entry.article.hidden = !hit;
      if (entry.item) {
        entry.item.hidden = !hit;
      }
      count += hit ? 1 : 0;
    }
    for (const section of document.querySelectorAll('main > section')) {
      const own = section.querySelectorAll('article');
      section.hidden = words.length > 0 && !Array.from(own).some((article) => !article.hidden);
    }
    // A section of the contents is of use only while one of its entries is.
    for (const item of contents.querySelectorAll(':scope > ul > li')) {
      const own = Array.from(item.querySelectorAll('li'));
      item.hidden = words.length > 0 && !own.some((entry) => !entry.hidden);
    }
    found.textContent = words.length === 0 ? '' : count + ' of ' + entries.length + ' entries';
  };
  const clear = () => {
    if (input.value !== '') {
      input.value = '';
      search();
    }
  };
  const first = () => {
    const hits = entries === null ? [] : entries.filter((entry) => !entry.article.hidden);
    const word = input.value.trim().toLowerCase();
    return hits.find((entry) => entry.title === word) || hits.find((entry) => entry.title.includes(word)) || hits[0];
  };
  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 80);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      clear();
      event.preventDefault();
    } else if (event.key === 'Enter') {
      clearTimeout(waiting);
      search();
      const entry = first();
      if (entry && input.value !== '') {
        const heading = entry.article.querySelector('h3');
        heading.tabIndex = -1;
        heading.focus();
        heading.scrollIntoView();
      }
      event.preventDefault();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== input && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.focus();
      input.select();
      event.preventDefault();
    }
  });
  // A link may lead to an entry that the search hides.
  window.addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest('[hidden]')) {
      clear();
      target.scrollIntoView();
    }
  });
})();
