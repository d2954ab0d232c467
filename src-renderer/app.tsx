import { lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { Notices } from './components/notices'
import { paths } from './lib/paths'
import { BreakageNotice } from './pages/attention/breakage-notice'
import DirectoryPage from './pages/directory/directory-page'
import { Frame } from './pages/frame/frame'
import { NothingAnswers } from './pages/sign-in/nothing-answers'
import { SignInPage } from './pages/sign-in/sign-in-page'
import { CreateVaultPage } from './pages/vault/create-vault-page'
import { EngineEndedPage } from './pages/vault/engine-ended-page'
import { UnlockPage } from './pages/vault/unlock-page'
import { useConnect } from './stores/use-connect'

const TypePage = lazy(() => import('./pages/type/type-page'))
const ConnectionPage = lazy(() => import('./pages/connection/connection-page'))
const AttentionPage = lazy(() => import('./pages/attention/attention-page'))
const ConnectionsPage = lazy(() => import('./pages/connections/connections-page'))
const RecipesPage = lazy(() => import('./pages/recipes/recipes-page'))
const RecipePage = lazy(() => import('./pages/recipe/recipe-page'))
const RunsPage = lazy(() => import('./pages/runs/runs-page'))
const RunPage = lazy(() => import('./pages/run/run-page'))
const GrantsPage = lazy(() => import('./pages/grants/grants-page'))
const InboxPage = lazy(() => import('./pages/inbox/inbox-page'))
const ImportPage = lazy(() => import('./pages/import/import-page'))
const AuditPage = lazy(() => import('./pages/audit/audit-page'))
const SettingsPage = lazy(() => import('./pages/settings/settings-page'))
const RecoveryPage = lazy(() => import('./pages/recovery/recovery-page'))
const KeyHealthPage = lazy(() => import('./pages/key-health/key-health-page'))

/** Who you are, then whether the vault is open, then the page of the address. */
export function App() {
  const phase = useConnect((state) => state.phase)
  const vault = useConnect((state) => state.vault)
  const epoch = useConnect((state) => state.epoch)
  const passwordLost = useConnect((state) => state.passwordLost)
  const engine = useConnect((state) => state.engine)
  const answering = useConnect((state) => state.answering)
  const start = useConnect((state) => state.start)
  const notices = useConnect((state) => state.notices)
  const dismissNotice = useConnect((state) => state.dismissNotice)
  useEffect(() => void start(), [start])

  if (phase === 'signed_out') return <SignInPage />
  if (vault === 'absent') return <CreateVaultPage />
  if (vault === 'locked' || passwordLost) return <UnlockPage />
  if (vault === 'unknown' && (engine === 'restarting' || engine === 'stopped')) {
    return <EngineEndedPage stopped={engine === 'stopped'} />
  }
  if (vault === 'unknown') return answering ? null : <NothingAnswers />
  return (
    <>
      {/* Pages begin anew with another account: nothing of the one before may stay. */}
      <Frame key={epoch}>
        <Suspense>
          <Switch>
            <Route path={paths.directory} component={DirectoryPage} />
            <Route path="/connect/provider/:type">{({ type }) => <TypePage key={type} type={type} />}</Route>
            <Route path="/connect/:id">{({ id }) => <ConnectionPage key={id} id={id} />}</Route>
            <Route path={paths.attention} component={AttentionPage} />
            <Route path={paths.connections()} component={ConnectionsPage} />
            <Route path={paths.recipes} component={RecipesPage} />
            <Route path="/recipes/:id">{({ id }) => <RecipePage key={id} id={id} />}</Route>
            <Route path={paths.runs()} component={RunsPage} />
            <Route path="/runs/:id">{({ id }) => <RunPage key={id} id={id} />}</Route>
            <Route path={paths.grants} component={GrantsPage} />
            <Route path={paths.inbox} component={InboxPage} />
            <Route path={paths.import} component={ImportPage} />
            <Route path={paths.audit()} component={AuditPage} />
            <Route path={paths.settings} component={SettingsPage} />
            <Route path={paths.recovery} component={RecoveryPage} />
            <Route path={paths.keyHealth} component={KeyHealthPage} />
            <Route>
              <Redirect to={paths.directory} replace />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
      <Notices notices={notices} onDismiss={dismissNotice}>
        <BreakageNotice />
      </Notices>
    </>
  )
}
