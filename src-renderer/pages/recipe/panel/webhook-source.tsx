import { useState } from 'react'
import type { RecipeView } from '../../../../src-shared/contract/recipe'
import { commonWords } from '../../../../src-shared/words/en/common'
import { nodePanelWords } from '../../../../src-shared/words/en/node-panel'
import { Button } from '../../../components/button'
import { CopyButton } from '../../../components/copy-button'
import { Dialog, DialogActions } from '../../../components/dialog'
import { CopyableText } from '../../../components/fact'
import { ProblemNotice } from '../../../components/problem-notice'
import { useAction } from '../../../lib/use-action'
import { useConnect } from '../../../stores/use-connect'

interface WebhookSourceProps {
  recipe: RecipeView
  nodeId: string
}

/** Where a Webhook trigger takes deliveries, and the secret that they are signed with: told once, when it is made. */
export function WebhookSource({ recipe, nodeId }: WebhookSourceProps) {
  const [secret, setSecret] = useState<string>()
  const [asking, setAsking] = useState(false)
  const makeWebhook = useConnect((state) => state.makeWebhook)
  const hook = recipe.hooks.find((one) => one.nodeId === nodeId)
  const make = useAction(async () => {
    const made = await makeWebhook({ id: recipe.id, nodeId })
    setAsking(false)
    setSecret(made.secret ?? undefined)
  })
  return (
    <section className="flex flex-col gap-2 border-line border-b px-4 py-3">
      <h4 className="font-medium">{nodePanelWords.webhook}</h4>
      {hook === undefined ? (
        <p className="text-muted">{nodePanelWords.makeLead}</p>
      ) : hook.url === null ? (
        <p className="text-muted">{nodePanelWords.noUrl}</p>
      ) : (
        <CopyableText what={nodePanelWords.webhookUrl.toLowerCase()} text={hook.url} />
      )}
      {make.problem !== undefined && <ProblemNotice problem={make.problem} onRetry={() => void make.run()} />}
      <Button className="self-start" busy={make.busy} onClick={() => (hook === undefined ? void make.run() : setAsking(true))}>
        {hook === undefined ? nodePanelWords.makeSource : nodePanelWords.newSecret}
      </Button>
      {asking && (
        <Dialog
          alert
          title={nodePanelWords.newSecretTitle}
          description={nodePanelWords.newSecretLead}
          onClose={() => setAsking(false)}
        >
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{commonWords.cancel}</Button>
            <Button look="primary" busy={make.busy} onClick={() => void make.run()}>
              {nodePanelWords.newSecret}
            </Button>
          </DialogActions>
        </Dialog>
      )}
      {secret !== undefined && (
        <Dialog
          alert
          title={nodePanelWords.secretTitle}
          description={nodePanelWords.secretLead}
          onClose={() => setSecret(undefined)}
        >
          <div className="mx-5 mt-3 flex items-center gap-2 rounded-control bg-sunken py-2 pr-2 pl-3">
            <code className="min-w-0 flex-1 break-all font-mono">{secret}</code>
            <CopyButton what={nodePanelWords.secret.toLowerCase()} text={secret} />
          </div>
          <DialogActions>
            <Button look="primary" onClick={() => setSecret(undefined)}>
              {nodePanelWords.done}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </section>
  )
}
