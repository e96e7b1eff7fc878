-- Written by hand: lists that earlier versions stored as 'a, b' become the JSON arrays ["a","b"]; an empty text was an empty list.

UPDATE agents
SET built_in_tools = CASE built_in_tools WHEN '' THEN '[]' ELSE '[' || replace(json_quote(replace(built_in_tools, ', ', ',')), ',', '","') || ']' END
WHERE built_in_tools IS NOT NULL;

UPDATE agents
SET mcps = CASE mcps WHEN '' THEN '[]' ELSE '[' || replace(json_quote(replace(mcps, ', ', ',')), ',', '","') || ']' END
WHERE mcps IS NOT NULL;

UPDATE agents
SET knowledges = CASE knowledges WHEN '' THEN '[]' ELSE '[' || replace(json_quote(replace(knowledges, ', ', ',')), ',', '","') || ']' END
WHERE knowledges IS NOT NULL;

UPDATE agents
SET accessible_paths = CASE accessible_paths WHEN '' THEN '[]' ELSE '[' || replace(json_quote(replace(accessible_paths, ', ', ',')), ',', '","') || ']' END
WHERE accessible_paths IS NOT NULL;
