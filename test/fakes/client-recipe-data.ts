import type { RecipeView } from '../../src-shared/contract/recipe'
import { type NodeKind, NodeKind as nodeKinds } from '../../src-shared/domain/recipe/node-kind'
import { connectionId } from './client-data'

export type FakeDocument = Pick<RecipeView, 'format' | 'name' | 'nodes' | 'edges'>
export type FakeNode = FakeDocument['nodes'][number]

const slack = { connectionId: connectionId(0) }
const github = { connectionId: connectionId(500_000) }
const suspended = { connectionId: connectionId(500_001) }
const passport = { connectionId: connectionId(500_002) }

const node = (id: string, kind: NodeKind, name: string, more: Partial<FakeNode> = {}): FakeNode => ({
  id,
  kind,
  name,
  params: {},
  ...more,
})

const chain = (...ids: string[]) => ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to }))

/** Would be deployed now, where Slack and GitHub are connected. */
const triage: FakeDocument = {
  format: 1,
  name: 'File bugs from Slack',
  nodes: [
    node('heard', 'slack.trigger', 'A message in #bugs', {
      params: { event: 'message', channel: '#bugs' },
      credential: slack,
    }),
    node('isBug', 'control.if', 'Does it say “bug”?', {
      params: { left: '{{nodes.heard.output.text}}', operator: 'contains', right: 'bug' },
    }),
    node('file', 'github.action', 'File an issue', {
      params: {
        operation: 'create_issue',
        repository: 'acme-robotics/gripper',
        title: 'From Slack: {{nodes.heard.output.text}}',
        body: 'Reported by {{nodes.heard.output.user}} in {{nodes.heard.output.channel}}.',
      },
      credential: github,
    }),
    node('say', 'slack.action', 'Say so in the channel', {
      params: {
        operation: 'post_message',
        channel: '{{nodes.heard.output.channel}}',
        text: 'Filed as {{nodes.file.output.url}}',
      },
      credential: slack,
    }),
    node('log', 'local.set', 'Note that it was no bug', { params: { values: { ignored: '{{nodes.heard.output.ts}}' } } }),
    node('why', 'note', 'Ask Grace before changing the channel', { params: { text: 'Ask Grace before changing the channel.' } }),
  ],
  edges: [
    { from: 'heard', to: 'isBug' },
    { from: 'isBug', to: 'file', when: true },
    { from: 'file', to: 'say' },
    { from: 'isBug', to: 'log', when: false },
  ],
}

/** The owner's own Passport: one grant good, one of an earlier version, one node without a connection, one half described. */
const parts: FakeDocument = {
  format: 1,
  name: 'Order parts for a schematic',
  nodes: [
    node('begin', 'manual.trigger', 'Start with a part number'),
    node('part', 'library', 'Look the part up', {
      params: { part: '{{nodes.begin.output.part}}', format: 'kicad' },
      credential: passport,
      grant: 'active',
    }),
    node('drawing', 'schematic', 'Draw its symbol', {
      params: { part: '{{nodes.begin.output.part}}' },
      credential: passport,
      grant: 'earlier_version',
    }),
    node('share', 'share_link', 'Share it with the supplier', { params: { asset: '{{nodes.drawing.output.asset}}' } }),
    node('tell', 'slack.action', 'Tell #purchasing', { params: { operation: 'post_message' }, credential: slack }),
    node('track', 'github.action', 'Comment on the order', {
      params: { operation: 'comment', repository: 'northwind-labs/orders', number: '12', body: '{{nodes.share.output.url}}' },
      credential: suspended,
    }),
  ],
  edges: [...chain('begin', 'part', 'drawing', 'share', 'tell'), { from: 'share', to: 'track' }],
}

/** Somebody else's private connection, the operator's service that is not there, and a webhook without its source. */
const nightly: FakeDocument = {
  format: 1,
  name: 'Send nightly builds to my desktop',
  nodes: [
    node('hook', 'webhook.trigger', 'When the build server says so'),
    node('each', 'control.each', 'For each board', { params: { items: '{{nodes.hook.output.body.boards}}' } }),
    node('catalogue', 'http.request', 'Ask the parts catalogue', {
      params: {
        method: 'GET',
        url: 'https://api.parts.example/boards/{{nodes.each.output.item.id}}',
        headers: { accept: 'application/json' },
      },
      credential: { connectionId: connectionId(500_005) },
    }),
    node('send', 'send_to_desktop', 'Send it to Grace’s desktop', {
      params: { asset: '{{nodes.catalogue.output.body.asset}}', fileName: 'board-{{nodes.each.output.item.id}}.step' },
      credential: { private: true },
    }),
  ],
  edges: chain('hook', 'each', 'catalogue', 'send'),
}

const samples = [triage, parts, nightly]
const verbs = ['Mirror', 'Announce', 'Collect', 'Archive', 'Compare', 'Forward', 'Sort', 'Summarise']
const things = ['pull requests', 'new parts', 'support mail', 'releases', 'board revisions', 'invoices', 'test runs']

/** The nth of many; the first three are as a person would write them, the others resemble the first. */
export function recipeDocument(n: number): FakeDocument {
  const sample = samples[n]
  if (sample !== undefined) return structuredClone(sample)
  const like = structuredClone(samples[n % 5 === 4 ? 1 : 0] ?? triage)
  const name = `${verbs[n % verbs.length]} ${things[Math.floor(n / verbs.length) % things.length]} ${n}`
  return { ...like, name }
}

/** One of `size` nodes: triggers on top, then rows that fan out, of every kind. */
export function largeDocument(size: number): FakeDocument {
  const kinds = nodeKinds.options.filter((kind) => !kind.endsWith('.trigger') && kind !== 'note')
  const nodes = Array.from({ length: size }, (_, n) =>
    n === 0
      ? node('n0', 'manual.trigger', 'Begin')
      : node(`n${n}`, kinds[n % kinds.length] ?? 'local.set', `Step ${n}`, { credential: n % 3 === 0 ? slack : undefined }),
  )
  const edges = nodes.slice(1).map(({ id }, index) => ({ from: `n${Math.floor(index / 3)}`, to: id }))
  return { format: 1, name: `A recipe of ${size} nodes`, nodes, edges }
}
