import { settingsWords } from '../../../src-shared/words/en/settings'
import { NoticeBox } from '../../components/notice-box'
import { useConnect } from '../../stores/use-connect'

/** Whose settings are not here is told so, and who has them. Nothing for the owner. */
export function OwnerNotice() {
  const ownsVault = useConnect((state) => state.ownsVault)
  const actor = useConnect((state) => state.actor)
  const other = useConnect((state) => state.actors).find(({ subject }) => subject !== actor?.subject)
  if (ownsVault) return null
  return <NoticeBox tone="managed">{settingsWords.onlyOwner(other?.label ?? settingsWords.theOwner)}</NoticeBox>
}
