import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import { type TrayAction, trayMenu, trayTooltip, type VaultGlance } from './tray-menu'

/** The icon beside the clock: how the vault is at a glance, and the way back to a window that was closed. */
export class TrayIcon {
  private readonly tray: Tray

  /** @param images folder of the tray's images */
  constructor(
    images: string,
    private readonly act: (action: TrayAction) => void,
  ) {
    this.tray = new Tray(imageFor(images, process.platform))
    this.tray.on('click', () => act('open'))
    this.show({ vault: 'locked', attention: 0 })
  }

  /** Linux shows a menu as it was set, so each change sets another. */
  show(glance: VaultGlance): void {
    this.tray.setToolTip(trayTooltip(glance))
    const groups = trayMenu(glance).map((group) =>
      group.map(({ label, action }) => ({ label, enabled: action !== undefined, click: () => action && this.act(action) })),
    )
    const template = groups.flatMap((group, at) => (at === 0 ? group : [{ type: 'separator' as const }, ...group]))
    this.tray.setContextMenu(Menu.buildFromTemplate(template))
  }
}

/** macOS colours a template image like its menu bar; the others show ours. `@2x` beside a file is taken by itself. */
function imageFor(folder: string, platform: NodeJS.Platform) {
  if (platform === 'win32') return nativeImage.createFromPath(join(folder, 'tray.ico'))
  const image = nativeImage.createFromPath(join(folder, platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'))
  if (platform === 'darwin') image.setTemplateImage(true)
  return image
}
