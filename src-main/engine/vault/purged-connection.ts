import type { Store } from './store'

/**
 * Version 7: connections that were purged. They are in no list any more; what is left is what their events are told by, and whose account
 * a person's own connection had.
 */
export const purgedTable = `
CREATE TABLE purged (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, visibility TEXT NOT NULL,
  owner_subject TEXT NOT NULL, account_id TEXT NOT NULL, account_label TEXT NOT NULL
) WITHOUT ROWID;
`

const KEPT = 'n, id, type, name, visibility, owner_subject, account_id, account_label'

/** Takes a connection out of everything that is listed, counted or chosen from. */
export function purgeConnection(store: Store, id: string): void {
  store.run(`INSERT OR IGNORE INTO purged (${KEPT}) SELECT ${KEPT} FROM connection WHERE id = ?`, [id])
  // The triggers count what comes and what changes; nothing else ever goes.
  store.run(
    `UPDATE tally SET count = count - 1 WHERE (type, status, visibility, owner) IN
       (SELECT type, status, visibility, iif(visibility = 'private', owner_subject, '') FROM connection WHERE id = ?)`,
    [id],
  )
  store.run('DELETE FROM connection WHERE id = ?', [id])
}
