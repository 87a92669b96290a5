CREATE TABLE platform.scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
COMMENT ON TABLE platform.scheduled_tasks IS
  'Jobs of all processes, in the shape that db-scheduler gives them; real time, never a demo''s.';
CREATE INDEX scheduled_tasks_by_time ON platform.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON platform.scheduled_tasks (last_heartbeat);
