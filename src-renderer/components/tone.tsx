import { Ban, CircleAlert, CircleCheck, CircleMinus, type LucideIcon, ShieldCheck, TriangleAlert } from 'lucide-react'
import type { ConnectionStatus } from '../../src-shared/domain/status'
import type { Tone } from '../lib/status-look'

export const toneInk: Record<Tone, string> = {
  ok: 'text-ok-ink',
  warn: 'text-warn-ink',
  bad: 'text-bad-ink',
  gone: 'text-gone-ink',
  managed: 'text-managed-ink',
}

export const toneSoft: Record<Tone, string> = {
  ok: 'bg-ok-soft text-ok-ink',
  warn: 'bg-warn-soft text-warn-ink',
  bad: 'bg-bad-soft text-bad-ink',
  gone: 'bg-gone-soft text-gone-ink',
  managed: 'bg-managed-soft text-managed-ink',
}

export const toneIcon: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  gone: CircleMinus,
  managed: ShieldCheck,
}

/** Two grey statuses must differ by more than their word. */
export const statusIcon: Record<ConnectionStatus, LucideIcon> = {
  active: CircleCheck,
  needs_reauth: TriangleAlert,
  uninstalled: CircleMinus,
  revoked: Ban,
  error: CircleAlert,
}
