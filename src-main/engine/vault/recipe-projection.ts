import type { RecipeDocument } from '../../../src-shared/domain/recipe/recipe'
import type { Applier, Of, Tables } from './projection'
import { nameKey, takeNumber, time } from './projection-values'
import { type GivenGrant, type RecipeEventBody, runDelivery } from './recipe-event'
import type { Store } from './store'

/** Runs of one recipe whose data by node are kept; of older ones, how they ended. */
const RUNS_KEPT = 200

type Appliers = { [Kind in RecipeEventBody['kind']]: Applier<Kind> }

/** Recipes and what comes of them, in the tables. */
export const recipeAppliers: Appliers = {
  'recipe.imported': saveRecipe,
  'recipe.replaced': saveRecipe,
  'recipe.bound': ({ store }, { record, data: { nodeId, connectionId, grant } }, at) => {
    changeNodes(store, record, at, (node) => (node.id === nodeId ? withCredential(node, connectionId) : node))
    if (grant !== null && connectionId !== null) saveGrant(store, record, nodeId, connectionId, grant)
  },
  'recipe.rebound': ({ store }, { record, data: { nodeIds, to, grants } }, at) => {
    const nodes = new Set(nodeIds)
    changeNodes(store, record, at, (node) => (nodes.has(node.id) ? withCredential(node, to) : node))
    for (const [index, grant] of grants.entries()) saveGrant(store, record, nodeIds[index] ?? '', to, grant)
  },
  'recipe.removed': ({ store }, { record }, at) => {
    store.run("UPDATE recipe SET removed_at = ?, document = '', version = version + 1 WHERE id = ?", [at, record])
    store.run('DELETE FROM recipe_use WHERE recipe_id = ?', [record])
    store.run('DELETE FROM hook WHERE recipe_id = ?', [record])
    for (const { id } of store.all('SELECT id FROM deployment WHERE recipe_id = ? AND withdrawn_at IS NULL', [record]))
      withdraw(store, String(id), at)
  },
  'grant.revoked': ({ store }, { record }, at) => {
    store.run('UPDATE grant_given SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?', [at, record])
  },
  'deployment.made': ({ store }, { record, data }, at) => {
    const { deployer, nodes, edges } = data
    store.run(
      `INSERT INTO deployment (id, n, recipe_id, recipe_name, version, deployer_subject, deployer_label, deployer_org, at, snapshot)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        record,
        takeNumber(store),
        data.recipeId,
        data.recipeName,
        data.version,
        deployer.subject,
        deployer.label,
        deployer.org,
        at,
        JSON.stringify({ nodes, edges }),
      ],
    )
    for (const [nodeId, connectionId] of usesOf(nodes))
      store.run('INSERT INTO deployment_use (deployment_id, node_id, connection_id) VALUES (?, ?, ?)', [
        record,
        nodeId,
        connectionId,
      ])
    for (const [nodeId, hookId] of Object.entries(data.hooks))
      store.run('INSERT INTO deployment_hook (hook_id, deployment_id, node_id) VALUES (?, ?, ?)', [hookId, record, nodeId])
  },
  'deployment.withdrawn': ({ store }, { record }, at) => withdraw(store, record, at),
  'run.started': ({ store }, { record, data }, at) => {
    store.run(
      `INSERT INTO run (id, n, deployment_id, recipe_id, recipe_name, status, cause, starter_subject, starter_label, started_at, retry_of)
       VALUES (?, ?, ?, ?, ?, 'running', ?, ?, ?, ?, ?)`,
      [
        record,
        takeNumber(store),
        data.deploymentId,
        data.recipeId,
        data.recipeName,
        data.cause,
        data.startedBy?.subject ?? null,
        data.startedBy?.label ?? null,
        at,
        data.retryOf,
      ],
    )
    for (const [position, { nodeId, name, kind }] of data.nodes.entries())
      store.run("INSERT INTO run_node (run_id, position, node_id, name, kind, status) VALUES (?, ?, ?, ?, ?, 'waiting')", [
        record,
        position,
        nodeId,
        name,
        kind,
      ])
    if (data.deliveryId !== null)
      store.run('INSERT OR IGNORE INTO run_delivery (id, at) VALUES (?, ?)', [
        runDelivery(data.deliveryId, data.deploymentId),
        at,
      ])
    store.run(
      `DELETE FROM run_node WHERE run_id IN
         (SELECT id FROM run WHERE recipe_id = ? ORDER BY started_at DESC, id DESC LIMIT -1 OFFSET ${RUNS_KEPT})`,
      [data.recipeId],
    )
  },
  'run.node_ended': ({ store }, { record, data }, at) => {
    store.run(
      `UPDATE run_node SET status = ?, started_at = ?, finished_at = ?, output = ?, output_truncated = ?, error = ?, times = ?
       WHERE run_id = ? AND node_id = ?`,
      [
        data.status,
        time(data.startedAt),
        at,
        data.output,
        data.outputTruncated ? 1 : 0,
        data.error === null ? null : JSON.stringify(data.error),
        data.times,
        record,
        data.nodeId,
      ],
    )
  },
  'run.finished': ({ store }, { record, data }, at) => {
    store.run('UPDATE run SET status = ?, finished_at = ?, failed_node = ? WHERE id = ?', [
      data.status,
      at,
      data.failedNode === null ? null : JSON.stringify(data.failedNode),
      record,
    ])
  },
  'signer.made': ({ store }, { record, data }) => {
    const subject = record.slice('signer:'.length)
    const known = store.one('SELECT n FROM signer WHERE subject = ?', [subject])
    // A second one comes where the first does not open any more: the same record, and what it signed is not good any more.
    store.run('INSERT OR REPLACE INTO signer (subject, n, public_key) VALUES (?, ?, ?)', [
      subject,
      known?.n ?? takeNumber(store),
      data.publicKey,
    ])
  },
  'member.left': ({ store }, { data }) => store.run('INSERT OR IGNORE INTO departed (subject) VALUES (?)', [data.subject]),
  'member.returned': ({ store }, { data }) => store.run('DELETE FROM departed WHERE subject = ?', [data.subject]),
  'inbox.announced': ({ store }, { record, data }, at) => {
    store.run(
      `INSERT INTO inbox (id, n, announcement_id, text_key, connection_id, sender_subject, sender_label, recipe_name, name, size, sha256,
         kind, state, announced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'receiving', ?)`,
      [
        record,
        takeNumber(store),
        data.announcementId,
        nameKey([data.name, data.sender.label, data.recipeName].join('\n')),
        data.connectionId,
        data.sender.subject,
        data.sender.label,
        data.recipeName,
        data.name,
        data.size,
        data.sha256,
        data.kind,
        at,
      ],
    )
  },
  'inbox.placing': ({ store }, { record, data }) => store.run('UPDATE inbox SET path = ? WHERE id = ?', [data.path, record]),
  'inbox.received': ({ store }, { record, data }, at) => {
    store.run("UPDATE inbox SET state = 'received', path = ?, name = ?, finished_at = ? WHERE id = ?", [
      data.path,
      data.name,
      at,
      record,
    ])
  },
  'inbox.refused': ({ store }, { record, data }, at) => {
    store.run(
      "UPDATE inbox SET state = 'refused', path = NULL, reason_code = ?, reason_message = ?, finished_at = ? WHERE id = ?",
      [data.code, data.message, at, record],
    )
  },
  'inbox.removed': ({ store }, { record }, at) => store.run('UPDATE inbox SET removed_at = ? WHERE id = ?', [at, record]),
}

/**
 * The last word of its owner on the same node doing the same: a longer or endless one given before would otherwise outlive it. One
 * for what the node did before stays, because a deployment may stand under it.
 */
function saveGrant(store: Store, recipeId: string, nodeId: string, connectionId: string, grant: GivenGrant): void {
  store.run(
    `UPDATE grant_given SET revoked_at = ? WHERE recipe_id = ? AND node_id = ? AND connection_id = ? AND act = ? AND owner_subject = ?
       AND revoked_at IS NULL`,
    [time(grant.at), recipeId, nodeId, connectionId, grant.act, grant.owner.subject],
  )
  store.run(
    `INSERT INTO grant_given (id, n, recipe_id, node_id, node_name, connection_id, act, owner_subject, owner_label, at, expires_at,
       payload, signature, public_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      grant.id,
      takeNumber(store),
      recipeId,
      nodeId,
      grant.nodeName,
      connectionId,
      grant.act,
      grant.owner.subject,
      grant.owner.label,
      time(grant.at),
      time(grant.expiresAt),
      grant.payload,
      grant.signature,
      grant.publicKey,
    ],
  )
}

function saveRecipe({ store }: Tables, event: Of<'recipe.imported' | 'recipe.replaced'>, at: number): void {
  const { record, data, actor } = event
  const { document, hooks } = data
  const known = store.one('SELECT n FROM recipe WHERE id = ?', [record])
  const content = [document.name, nameKey(document.name), document.nodes.length, JSON.stringify(document), at]
  if (known === undefined)
    store.run(
      `INSERT INTO recipe (name, name_key, node_count, document, updated_at, id, n, creator_subject, creator_label, created_at, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
      [...content, record, takeNumber(store), actor?.subject ?? '', actor?.label ?? '', at],
    )
  else
    store.run(
      `UPDATE recipe SET name = ?, name_key = ?, node_count = ?, document = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
      [...content, record],
    )
  saveUses(store, record, document.nodes)
  store.run('DELETE FROM hook WHERE recipe_id = ?', [record])
  for (const [nodeId, hookId] of Object.entries(hooks))
    store.run('INSERT INTO hook (id, recipe_id, node_id) VALUES (?, ?, ?)', [hookId, record, nodeId])
}

type Node = RecipeDocument['nodes'][number]

function changeNodes(store: Store, id: string, at: number, change: (node: Node) => Node): void {
  const row = store.one('SELECT document FROM recipe WHERE id = ?', [id])
  const document = JSON.parse(String(row?.document)) as RecipeDocument
  const nodes = document.nodes.map(change)
  store.run('UPDATE recipe SET document = ?, updated_at = ?, version = version + 1 WHERE id = ?', [
    JSON.stringify({ ...document, nodes }),
    at,
    id,
  ])
  saveUses(store, id, nodes)
}

function withCredential({ credential: _before, ...node }: Node, connectionId: string | null): Node {
  return connectionId === null ? node : ({ ...node, credential: { connectionId } } as Node)
}

function saveUses(store: Store, id: string, nodes: readonly Node[]): void {
  store.run('DELETE FROM recipe_use WHERE recipe_id = ?', [id])
  for (const [nodeId, connectionId] of usesOf(nodes))
    store.run('INSERT INTO recipe_use (recipe_id, node_id, connection_id) VALUES (?, ?, ?)', [id, nodeId, connectionId])
}

const usesOf = (nodes: readonly Node[]): [string, string][] =>
  nodes.flatMap(({ id, credential }) =>
    credential !== undefined && 'connectionId' in credential ? [[id, credential.connectionId] as [string, string]] : [],
  )

function withdraw(store: Store, id: string, at: number): void {
  store.run('UPDATE deployment SET withdrawn_at = coalesce(withdrawn_at, ?) WHERE id = ?', [at, id])
  store.run('DELETE FROM deployment_use WHERE deployment_id = ?', [id])
  store.run('DELETE FROM deployment_hook WHERE deployment_id = ?', [id])
}
