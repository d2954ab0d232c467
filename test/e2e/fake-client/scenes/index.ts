import { audit } from './audit'
import { authorizations } from './authorizations'
import { connections } from './connections'
import { dialogs } from './dialogs'
import { gates } from './gates'
import { imports } from './imports'
import { pages } from './pages'
import { problems } from './problems'
import { inbox, recipes } from './recipes'
import { settingsScenes } from './settings'

export const scenes = [
  ...pages,
  ...connections,
  ...recipes,
  ...inbox,
  ...audit,
  ...imports,
  ...dialogs,
  ...authorizations,
  ...problems,
  ...settingsScenes,
  ...gates,
]
