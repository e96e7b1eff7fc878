-- Undoes the migration of the same name: JSON arrays become lists with commas again.

UPDATE agents
SET built_in_tools = (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(agents.built_in_tools))
WHERE built_in_tools IS NOT NULL;

UPDATE agents
SET mcps = (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(agents.mcps))
WHERE mcps IS NOT NULL;

UPDATE agents
SET knowledges = (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(agents.knowledges))
WHERE knowledges IS NOT NULL;

UPDATE agents
SET accessible_paths = (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(agents.accessible_paths))
WHERE accessible_paths IS NOT NULL;
