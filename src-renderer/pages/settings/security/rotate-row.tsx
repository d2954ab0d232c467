import { useEffect, useRef, useState } from 'react'
import { keysWords } from '../../../../src-shared/words/en/keys'
import { Button } from '../../../components/button'
import { SettingRow } from '../../../components/setting-row'
import { useConnect } from '../../../stores/use-connect'
import { PasswordDialog } from './password-dialog'

/** How often it is asked how far a rotation is. */
const ASK_MS = 1000

export function RotateRow() {
  const health = useConnect((state) => state.health)
  const loadHealth = useConnect((state) => state.loadHealth)
  const rotateKeys = useConnect((state) => state.rotateKeys)
  const notify = useConnect((state) => state.notify)
  const [asking, setAsking] = useState(false)
  const version = health?.kekVersion
  const isRotating = health?.rewrapping ?? false
  useEffect(() => void loadHealth(), [loadHealth])
  useEffect(() => {
    if (!isRotating) return
    const timer = setInterval(() => void loadHealth(), ASK_MS)
    return () => clearInterval(timer)
  }, [isRotating, loadHealth])
  const wasRotating = useRef(false)
  useEffect(() => {
    if (wasRotating.current && !isRotating && version !== undefined) notify(keysWords.rotated(version))
    wasRotating.current = isRotating
  }, [isRotating, version, notify])
  return (
    <>
      <SettingRow
        title={keysWords.rotate}
        description={
          <>
            {keysWords.rotateLead}{' '}
            <span role="status">
              {version !== undefined && (isRotating ? keysWords.rotating(version) : keysWords.version(version))}
            </span>
          </>
        }
        control={
          <Button disabled={isRotating} onClick={() => setAsking(true)}>
            {keysWords.rotate}
          </Button>
        }
      />
      {asking && (
        <PasswordDialog
          title={keysWords.rotateAsk}
          lead={keysWords.rotateAskLead}
          button={keysWords.rotate}
          onClose={() => setAsking(false)}
          onPassword={rotateKeys}
        />
      )}
    </>
  )
}
