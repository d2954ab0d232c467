import { useNotificationChoice } from '../../lib/use-notification-choice'
import { useConnect } from '../../stores/use-connect'
import { sectionsAt } from './settings-sections'

/** The sections that apply to who looks, and where. */
export function useSettingsSections(): ReturnType<typeof sectionsAt> {
  const desktop = useConnect((state) => state.host.kind === 'desktop')
  const owner = useConnect((state) => state.ownsVault)
  const facts = useConnect((state) => state.facts)
  const browserNotifies = useNotificationChoice() !== 'unsupported'
  return sectionsAt({ desktop, owner, facts, browserNotifies })
}
