import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { keysWords } from '../../../src-shared/words/en/keys'
import { Button } from '../../components/button'
import { PurgeDialog } from '../../components/purge-dialog'
import { paths } from '../../lib/paths'
import { useConnect } from '../../stores/use-connect'

/** Takes a removed connection out of every list, and leads back to them. */
export function PurgeButton({ connection: { id, name } }: { connection: ConnectionView }) {
  const ownsVault = useConnect((state) => state.ownsVault)
  const purge = useConnect((state) => state.purge)
  const notify = useConnect((state) => state.notify)
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState(false)
  if (!ownsVault) return null
  return (
    <>
      <Button look="quiet-danger" onClick={() => setAsking(true)}>
        <Eraser aria-hidden />
        {keysWords.purge}
      </Button>
      {asking && (
        <PurgeDialog
          title={keysWords.purgeTitle(name)}
          lead={keysWords.purgeLead}
          button={keysWords.purgeButton}
          onClose={() => setAsking(false)}
          onPurge={async () => {
            await purge(id)
            notify(keysWords.purged(name))
            navigate(paths.connections())
          }}
        />
      )}
    </>
  )
}
