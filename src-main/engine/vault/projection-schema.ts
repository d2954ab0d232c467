import { noticeTable } from './damage-notice'
import { purgedTable } from './purged-connection'
import { recipeTables } from './recipe-schema'
import { Store } from './store'

/** Raised when the tables change; the step from each older version is then written here and never removed. */
const SCHEMA_VERSION = 8

// `n` numbers every record that may hold a secret or have a history, connections and provider apps alike.
// `rank` and `name_key` are the stable order of lists: live, dormant, history; then by name.
const first = `
CREATE TABLE counter (next_n INTEGER NOT NULL);
INSERT INTO counter VALUES (1);
CREATE TABLE connection (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  visibility TEXT NOT NULL,
  managed INTEGER NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  status_at INTEGER NOT NULL,
  before_suspension TEXT,
  account_id TEXT NOT NULL,
  account_label TEXT NOT NULL,
  details TEXT NOT NULL,
  owner_subject TEXT NOT NULL,
  owner_label TEXT NOT NULL,
  scopes TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  authorized_at INTEGER NOT NULL,
  expires_at INTEGER,
  last_used_at INTEGER,
  last_refresh_at INTEGER,
  last_test_at INTEGER,
  last_test_result TEXT,
  last_test_error TEXT,
  refresh_failure_count INTEGER NOT NULL DEFAULT 0,
  distressed INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL,
  removed_sequence INTEGER,
  rank INTEGER NOT NULL,
  name_key TEXT NOT NULL
);
CREATE INDEX connection_order ON connection (rank, name_key, id);
CREATE INDEX connection_type_order ON connection (type, rank, name_key, id);
CREATE INDEX connection_account ON connection (type, account_id);
CREATE VIRTUAL TABLE connection_text USING fts4 (text, matchinfo=fts3, prefix="1,2,3", tokenize=unicode61);
CREATE TABLE tally (
  type TEXT NOT NULL, status TEXT NOT NULL, visibility TEXT NOT NULL, owner TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (type, status, visibility, owner)
) WITHOUT ROWID;
CREATE TRIGGER tally_added AFTER INSERT ON connection BEGIN
  INSERT INTO tally VALUES (new.type, new.status, new.visibility, iif(new.visibility = 'private', new.owner_subject, ''), 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER tally_moved AFTER UPDATE OF status ON connection WHEN old.status <> new.status BEGIN
  UPDATE tally SET count = count - 1
    WHERE type = old.type AND status = old.status AND visibility = old.visibility
      AND owner = iif(old.visibility = 'private', old.owner_subject, '');
  INSERT INTO tally VALUES (new.type, new.status, new.visibility, iif(new.visibility = 'private', new.owner_subject, ''), 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
-- A forgotten app keeps its row, and with it its number and its history; its client id is null.
CREATE TABLE provider_app (
  type TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  client_id TEXT,
  redirect_uri TEXT,
  signs_events INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;
-- Deliveries of providers that were taken, so that one that comes twice changes nothing. Kept for a day.
CREATE TABLE delivery (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
`

/** Version 2: refreshes under way, what is due, what needs attention, installations, and the public fields of apps. */
const second = `
ALTER TABLE connection ADD COLUMN refresh_intent TEXT;
ALTER TABLE provider_app ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
CREATE INDEX connection_expiry ON connection (expires_at) WHERE status = 'active' AND expires_at IS NOT NULL;
CREATE INDEX connection_intent ON connection (id) WHERE refresh_intent IS NOT NULL;
CREATE INDEX connection_attention ON connection (rank, name_key, id) WHERE status IN ('needs_reauth', 'uninstalled', 'error');
CREATE INDEX connection_installation ON connection (json_extract(details, '$.installationId')) WHERE type = 'githubApi';
`

/** Version 3: what the owner decided (JSON by name), and the report of the last restore drill. */
const third = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE last_drill (one INTEGER PRIMARY KEY CHECK (one = 1), report TEXT NOT NULL);
`

/** Version 6: what is searched in is no table any more (`SearchIndex`), and a page is found in an index alone. */
const sixth = `
DROP TABLE connection_text;
DROP INDEX connection_order;
CREATE INDEX connection_order ON connection (rank, name_key, id, visibility, owner_subject, type);
DROP INDEX connection_type_order;
CREATE INDEX connection_type_order ON connection (type, rank, name_key, id, visibility, owner_subject);
`

/** Version 8: what was removed is found without looking at everything else. Of two with the same name the older one comes first, by its number, which every index has anyway: its id made them twice as long. */
const eighth = `
DROP INDEX connection_order;
CREATE INDEX connection_order ON connection (rank, name_key, n, visibility, owner_subject, type);
DROP INDEX connection_type_order;
CREATE INDEX connection_type_order ON connection (type, rank, name_key);
DROP INDEX connection_attention;
CREATE INDEX connection_attention ON connection (rank, name_key) WHERE status IN ('needs_reauth', 'uninstalled', 'error');
CREATE INDEX connection_removed ON connection (removed_sequence) WHERE removed_sequence IS NOT NULL;
`

/** Versions from this one on have the same order of lists. */
const ORDERED_SINCE = 8

/** By the version that each leads from. */
const steps = [first, second, third, recipeTables, noticeTable, sixth, purgedTable, eighth]

let emptyImage: Promise<Uint8Array> | undefined

/** A store with the tables and nothing in them. They are made once: copying them takes a fraction of what making them does. */
export async function emptyStore(): Promise<Store> {
  emptyImage ??= imageOfSchema()
  return Store.open(await emptyImage)
}

async function imageOfSchema(): Promise<Uint8Array> {
  const store = await Store.open()
  bringUp(store, 0)
  const image = store.image()
  store.close()
  return image
}

/**
 * Brings an image of an earlier version up to this one, and answers whether it had the order of lists that there is now. Throws on one of a later
 * version than this program knows.
 */
export function upgradeSchema(store: Store): boolean {
  const version = Number(store.one('PRAGMA user_version')?.user_version)
  if (version < 1 || version > SCHEMA_VERSION)
    throw new RangeError(`the snapshot has index version ${version}, this program knows ${SCHEMA_VERSION}`)
  bringUp(store, version)
  return version >= ORDERED_SINCE
}

function bringUp(store: Store, from: number): void {
  if (from === SCHEMA_VERSION) return
  for (const step of steps.slice(from)) store.script(step)
  store.script(`PRAGMA user_version = ${SCHEMA_VERSION};`)
}
