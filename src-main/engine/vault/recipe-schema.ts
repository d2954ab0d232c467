/** Version 4: recipes, what was granted to them, what was deployed and run, and what arrived. `n` as in the first version. */
export const recipeTables = `
ALTER TABLE connection ADD COLUMN binding_lost INTEGER NOT NULL DEFAULT 0;
-- A removed recipe keeps its row, for the names of its grants and runs; its document is empty.
CREATE TABLE recipe (
  id TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  node_count INTEGER NOT NULL,
  document TEXT NOT NULL,
  creator_subject TEXT NOT NULL,
  creator_label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  removed_at INTEGER
);
CREATE INDEX recipe_order ON recipe (name_key, id) WHERE removed_at IS NULL;
-- Which connection each node of a draft, and of a deployment that was not withdrawn, has.
CREATE TABLE recipe_use (recipe_id TEXT NOT NULL, node_id TEXT NOT NULL, connection_id TEXT NOT NULL, PRIMARY KEY (recipe_id, node_id)) WITHOUT ROWID;
CREATE INDEX recipe_use_connection ON recipe_use (connection_id);
CREATE TABLE deployment_use (deployment_id TEXT NOT NULL, node_id TEXT NOT NULL, connection_id TEXT NOT NULL, PRIMARY KEY (deployment_id, node_id)) WITHOUT ROWID;
CREATE INDEX deployment_use_connection ON deployment_use (connection_id);
CREATE TABLE deployment_hook (hook_id TEXT NOT NULL, deployment_id TEXT NOT NULL, node_id TEXT NOT NULL, PRIMARY KEY (hook_id, deployment_id)) WITHOUT ROWID;
CREATE TABLE hook (id TEXT PRIMARY KEY, recipe_id TEXT NOT NULL, node_id TEXT NOT NULL, UNIQUE (recipe_id, node_id)) WITHOUT ROWID;
CREATE TABLE grant_given (
  id TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  recipe_id TEXT NOT NULL,
  node_id TEXT NOT NULL,
  node_name TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  act TEXT NOT NULL,
  owner_subject TEXT NOT NULL,
  owner_label TEXT NOT NULL,
  at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  payload TEXT NOT NULL,
  signature TEXT NOT NULL,
  public_key TEXT NOT NULL
);
CREATE INDEX grant_node ON grant_given (recipe_id, node_id, connection_id);
CREATE INDEX grant_owner ON grant_given (owner_subject, at);
CREATE TABLE deployment (
  id TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  recipe_id TEXT NOT NULL,
  recipe_name TEXT NOT NULL,
  version INTEGER NOT NULL,
  deployer_subject TEXT NOT NULL,
  deployer_label TEXT NOT NULL,
  deployer_org TEXT NOT NULL,
  at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  snapshot TEXT NOT NULL
);
CREATE INDEX deployment_recipe ON deployment (recipe_id, at);
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  deployment_id TEXT NOT NULL,
  recipe_id TEXT NOT NULL,
  recipe_name TEXT NOT NULL,
  status TEXT NOT NULL,
  cause TEXT NOT NULL,
  starter_subject TEXT,
  starter_label TEXT,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  failed_node TEXT,
  retry_of TEXT
);
CREATE TABLE run_delivery (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX run_order ON run (started_at, id);
CREATE INDEX run_recipe ON run (recipe_id, started_at, id);
CREATE INDEX run_deployment ON run (deployment_id, started_at, id);
CREATE INDEX run_under_way ON run (id) WHERE status = 'running';
CREATE TABLE run_node (
  run_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  node_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  started_at INTEGER,
  finished_at INTEGER,
  output TEXT,
  output_truncated INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  times INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, node_id)
) WITHOUT ROWID;
CREATE TABLE departed (subject TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE signer (subject TEXT PRIMARY KEY, n INTEGER NOT NULL, public_key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE inbox (
  id TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  announcement_id TEXT NOT NULL UNIQUE,
  -- What is searched in: name, sender and recipe.
  text_key TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  sender_subject TEXT NOT NULL,
  sender_label TEXT NOT NULL,
  recipe_name TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  reason_code TEXT,
  reason_message TEXT,
  -- Of a delivery that has not arrived: where it was about to be placed.
  path TEXT,
  announced_at INTEGER NOT NULL,
  finished_at INTEGER,
  removed_at INTEGER
);
CREATE INDEX inbox_order ON inbox (n) WHERE removed_at IS NULL;
`
