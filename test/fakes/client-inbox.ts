import type { Inputs } from '../../src-shared/contract'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { DeliveryView, ReceiverView } from '../../src-shared/contract/inbox'
import { ConnectionId, DeliveryId } from '../../src-shared/domain/identifiers'
import { fail } from './client-failure'
import { fakeId } from './fake-id'

const grace = { subject: 'demo-teammate', label: 'Grace Hopper' }
const MiB = 1024 * 1024

interface Options {
  deliveries?: number
  receiver?: ReceiverView['state']
}

const files: [name: string, kind: string, size: number][] = [
  ['gripper-v4.step', 'step', 18.4 * MiB],
  ['TPS62840-footprint.kicad_mod', 'kicad', 8_412],
  ['board-07.zip', 'archive', 241 * MiB],
  ['schematic.svg', 'image', 96_200],
  [
    'a very long name that nobody would choose by hand but that a template made of a board and of its revision 2026.pdf',
    'pdf',
    1.2 * MiB,
  ],
]

/** What a recipe sent: the first is on its way, the third was refused, the others are there. */
function delivery(n: number): DeliveryView {
  const [name, kind, size] = files[n % files.length] ?? ['file', 'file', 1]
  const state = n === 0 ? 'receiving' : n % 9 === 2 ? 'refused' : n % 9 === 5 ? 'waiting' : 'received'
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const whole = Math.round(size)
  const reasons: Partial<Record<DeliveryView['state'], DeliveryView['reason']>> = {
    refused: { code: 'TOO_LARGE', message: 'It is larger than the 128 MiB that you take at most.' },
    waiting: { code: 'CONNECTION_LOST', message: 'The connection was lost; it goes on where it stopped.' },
  }
  return {
    id: DeliveryId.parse(fakeId('delivery', 1_000_000 - n)),
    sender: grace,
    recipeName: 'Send nightly builds to my desktop',
    name: n < files.length ? name : `${n}-${name}`,
    size: whole,
    received: state === 'received' ? whole : state === 'refused' ? 0 : Math.round(whole * 0.62),
    sha256: 'ab'.repeat(32),
    kind,
    state,
    reason: reasons[state] ?? null,
    path: state === 'received' ? `/home/ada/Downloads/${name}` : null,
    announcedAt: at(1 + n * 47),
    finishedAt: state === 'received' || state === 'refused' ? at(n * 47) : null,
  }
}

/** Answers about what was received, and whether anything is. */
export function inboxAnswers({ deliveries = 0, receiver = 'receiving' }: Options, emit: (event: ChangeEvent) => void) {
  const all = new Map(Array.from({ length: deliveries }, (_, n) => delivery(n)).map((one) => [one.id as string, one]))
  return {
    'inbox.list': ({ query = '', limit = 50, cursor = '0' }: Inputs['inbox']['list']) => {
      const wanted = query.toLowerCase()
      const found = [...all.values()].filter(({ name, sender, recipeName }) =>
        `${name} ${sender.label} ${recipeName}`.toLowerCase().includes(wanted),
      )
      const end = Number(cursor) + Number(limit)
      return {
        items: found.slice(Number(cursor), end),
        nextCursor: end < found.length ? String(end) : null,
        total: found.length,
      }
    },
    'inbox.receiver': (): ReceiverView => ({
      state: receiver,
      connectionId: ConnectionId.parse(fakeId('cred', 500_002)),
      account: receiver === 'no_passport' ? null : 'ada@neurocad.example',
      retryAt: receiver === 'waiting' ? new Date(Date.now() + 40_000).toISOString() : null,
      reason: receiver === 'waiting' ? 'The desktop service does not answer.' : null,
    }),
    'inbox.remove': ({ id }: Inputs['inbox']['remove']) => {
      const removed = all.get(id) ?? fail('NOT_FOUND')
      all.delete(id)
      emit({ kind: 'delivery_removed', deliveryId: removed.id })
      return removed
    },
    'host.showDelivery': () => ({ shown: '/home/ada/Downloads' }),
    'host.openDelivery': () => ({ opened: '/home/ada/Downloads' }),
  }
}
