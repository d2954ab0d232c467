import { KeySquare } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { GrantView } from '../../../src-shared/contract/grant'
import { grantWords } from '../../../src-shared/words/en/grant'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { BackLink, Page } from '../../components/page'
import { ProblemNotice } from '../../components/problem-notice'
import { Section } from '../../components/section'
import { grantLook } from '../../lib/grant-look'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { GrantRow } from './grant-row'
import { RevokeDialog } from './revoke-dialog'

/** What the person permits recipes to do with private connections of theirs. */
export default function GrantsPage() {
  useTitle(grantWords.title)
  useShortcuts({ Escape: useBack(paths.recipes) })
  const [, navigate] = useLocation()
  const grants = useConnect((state) => state.grants)
  const problem = useConnect((state) => state.grantsProblem)
  const loadGrants = useConnect((state) => state.loadGrants)
  const [revoking, setRevoking] = useState<GrantView>()
  useEffect(() => void loadGrants(), [loadGrants])
  const inForce = grants?.filter(({ status }) => grantLook[status].inForce) ?? []
  const ended = grants?.filter(({ status }) => !grantLook[status].inForce) ?? []
  return (
    <Page>
      <BackLink to={paths.recipes}>{grantWords.toRecipes}</BackLink>
      <header className="-mt-4">
        <h1 className="font-semibold text-title tracking-tight">{grantWords.title}</h1>
        <p className="mt-1 max-w-[68ch] text-muted">{grantWords.lead}</p>
      </header>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => void loadGrants()} />}
      {grants === undefined && problem === undefined && <div className="skeleton h-36" aria-hidden />}
      {grants?.length === 0 && (
        <EmptyState
          icon={KeySquare}
          title={grantWords.nothingYet}
          action={<Button onClick={() => navigate(paths.recipes)}>{grantWords.toTheRecipes}</Button>}
        >
          {grantWords.nothingYetWhy}
        </EmptyState>
      )}
      <Group title={grantWords.inForce} grants={inForce} onRevoke={setRevoking} />
      <Group title={grantWords.ended} grants={ended} onRevoke={setRevoking} />
      {revoking !== undefined && <RevokeDialog grant={revoking} onClose={() => setRevoking(undefined)} />}
    </Page>
  )
}

interface GroupProps {
  title: string
  grants: readonly GrantView[]
  onRevoke(grant: GrantView): void
}

function Group({ title, grants, onRevoke }: GroupProps) {
  if (grants.length === 0) return null
  return (
    <Section title={title} note={grants.length}>
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {grants.map((grant) => (
          <GrantRow key={grant.id} grant={grant} onRevoke={onRevoke} />
        ))}
      </ul>
    </Section>
  )
}
