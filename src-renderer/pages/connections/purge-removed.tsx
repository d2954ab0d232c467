import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { keysWords } from '../../../src-shared/words/en/keys'
import { Button } from '../../components/button'
import { PurgeDialog } from '../../components/purge-dialog'
import { useConnect } from '../../stores/use-connect'

/** Takes every removed connection out of every list, where a person looks at those. */
export function PurgeRemoved() {
  const ownsVault = useConnect((state) => state.ownsVault)
  const purgeRemoved = useConnect((state) => state.purgeRemoved)
  const notify = useConnect((state) => state.notify)
  const [asking, setAsking] = useState(false)
  if (!ownsVault) return null
  return (
    <>
      <Button look="quiet-danger" className="ml-auto" onClick={() => setAsking(true)}>
        <Eraser aria-hidden />
        {keysWords.purgeAll}
      </Button>
      {asking && (
        <PurgeDialog
          title={keysWords.purgeAllTitle}
          lead={keysWords.purgeAllLead}
          button={keysWords.purgeAllButton}
          onClose={() => setAsking(false)}
          onPurge={async () => notify(keysWords.purgedAll(await purgeRemoved()))}
        />
      )}
    </>
  )
}
