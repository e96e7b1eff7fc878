INSERT INTO agents (id, type, name, prompt, model, small_model, built_in_tools, mcps, knowledges, accessible_paths, permission_mode, created_at, updated_at)
VALUES ('11111111-1111-4111-8111-111111111111', 'custom', 'Reviewer', 'Look for mistakes.', 'large-1', 'small-1', 'file_search, code_analysis', '', 'coding-standards', '/src,/tests', 'readOnly', '2025-03-01 09:00:00', '2025-03-02 10:30:00');

INSERT INTO agents (id, type, name, prompt, model, small_model, built_in_tools, created_at, updated_at)
VALUES ('22222222-2222-4222-8222-222222222222', 'codex', 'Writer', NULL, NULL, 'small-1', 'say "hi"', '2025-03-03 09:00:00', '2025-03-03 09:00:00');

INSERT INTO agents (id, type, name, model, small_model, created_at, updated_at)
VALUES ('33333333-3333-4333-8333-333333333333', 'claudeCode', 'Nobody''s agent', NULL, NULL, '2025-03-04 09:00:00', '2025-03-04 09:00:00');

INSERT INTO sessions (id, name, agent_id, sub_agent_ids, user_goal, status, external_session_id, permission_mode, max_steps, created_at, updated_at)
VALUES ('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'Review', '11111111-1111-4111-8111-111111111111', '["22222222-2222-4222-8222-222222222222"]', 'Review the login', 'running', 'ext-1', NULL, NULL, '2025-03-05 09:00:00', '2025-03-05 09:00:00');

INSERT INTO sessions (id, name, agent_id, status, created_at, updated_at)
VALUES ('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', NULL, '22222222-2222-4222-8222-222222222222', 'idle', '2025-03-06 09:00:00', '2025-03-06 09:00:00');

INSERT INTO session_logs (id, session_id, role, type, content, created_at, updated_at) VALUES
  (1, 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'user', 'message', '{"text":"Please review the login"}', '2025-03-05 09:00:00', '2025-03-05 09:00:00'),
  (2, 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'agent', 'thought', '{"text":"First the tests"}', '2025-03-05 09:00:05', '2025-03-05 09:00:05'),
  (7, 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', 'user', 'message', '{"text":"Nothing yet"}', '2025-03-06 09:00:00', '2025-03-06 09:00:00');

DELETE FROM session_logs WHERE id = 7;
