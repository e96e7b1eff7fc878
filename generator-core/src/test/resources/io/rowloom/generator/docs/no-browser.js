// As much of a browser as Mermaid asks for before it parses. Nothing is sanitised, which matters to drawing and not to parsing.
var window = globalThis;
var self = globalThis;
var Element = function () {};
var NodeFilter = {};
var Node = {};
var HTMLTemplateElement = function () {};
var HTMLFormElement = function () {};
var NamedNodeMap = function () {};
var DOMParser = function () {};
var navigator = { userAgent: '' };
var document = {
  nodeType: 9,
  implementation: {},
  currentScript: null,
  body: {},
  documentElement: {},
  createNodeIterator() {},
  createDocumentFragment() {},
  importNode() {},
  createElement() { return {}; },
  getElementsByTagName() { return []; },
  querySelectorAll() { return []; },
  addEventListener() {},
};
window.addEventListener = function () {};
globalThis.setTimeout = function () { return 0; };
globalThis.clearTimeout = function () {};
globalThis.structuredClone = function (value) { return JSON.parse(JSON.stringify(value)); };
