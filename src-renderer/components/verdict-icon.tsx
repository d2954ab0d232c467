import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { Verdict } from '../../src-shared/domain/recipe/problem'

/** A decoration: what the verdict says stands beside it. */
export function VerdictIcon({ verdict }: { verdict: Pick<Verdict, 'ok'> }) {
  return verdict.ok ? (
    <CircleCheck className="size-4 shrink-0 text-ok-ink" aria-hidden />
  ) : (
    <TriangleAlert className="size-4 shrink-0 text-warn-ink" aria-hidden />
  )
}
