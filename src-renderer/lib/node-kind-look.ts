import {
  Braces,
  Cpu,
  Globe,
  Library,
  Link2,
  type LucideIcon,
  Monitor,
  Play,
  Repeat,
  Split,
  StickyNote,
  Webhook,
} from 'lucide-react'
import type { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import type { NodeKind } from '../../src-shared/domain/recipe/node-kind'
import { nodeKindWords } from '../../src-shared/words/en/node-kind'

interface NodeKindLook {
  word: string
  /** A provider's mark, or an icon where the kind is of no provider. */
  mark: CredentialTypeKey | LucideIcon
}

export const nodeKindLook: Record<NodeKind, NodeKindLook> = {
  'slack.trigger': { word: nodeKindWords.slackTrigger, mark: 'slackApi' },
  'slack.action': { word: nodeKindWords.slackAction, mark: 'slackApi' },
  'github.trigger': { word: nodeKindWords.githubTrigger, mark: 'githubApi' },
  'github.action': { word: nodeKindWords.githubAction, mark: 'githubApi' },
  library: { word: nodeKindWords.library, mark: Library },
  schematic: { word: nodeKindWords.schematic, mark: Cpu },
  share_link: { word: nodeKindWords.shareLink, mark: Link2 },
  send_to_desktop: { word: nodeKindWords.sendToDesktop, mark: Monitor },
  'http.request': { word: nodeKindWords.httpRequest, mark: Globe },
  'webhook.trigger': { word: nodeKindWords.webhookTrigger, mark: Webhook },
  'manual.trigger': { word: nodeKindWords.manualTrigger, mark: Play },
  'local.set': { word: nodeKindWords.localSet, mark: Braces },
  'control.if': { word: nodeKindWords.controlIf, mark: Split },
  'control.each': { word: nodeKindWords.controlEach, mark: Repeat },
  note: { word: nodeKindWords.note, mark: StickyNote },
}
