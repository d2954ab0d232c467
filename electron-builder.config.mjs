// How the application is packaged: `npm run package`, and the tests of the package, which build from this very object.
// Nothing here is a secret: certificates and passwords come from the environment that electron-builder documents.
import { productionFiles } from './scripts/packaged-files.mjs'

/** Where this build looks for updates when they are turned on and the settings name no other feed. Without one it looks nowhere. */
const updateFeed = process.env.NEUROCAD_UPDATE_FEED

/**
 * Recipes are files that open the application. What a system needs to know of them differs in the name alone: the Finder shows it, and
 * in the registry of Windows it is a key.
 * @param {string} name
 */
const recipeFiles = (name) => ({
  ext: 'neurocad-recipe',
  name,
  description: 'Neurocad recipe',
  mimeType: 'application/vnd.neurocad.recipe+json',
  icon: 'recipe',
  role: /** @type {const} */ ('Viewer'),
})

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.neurocad.connect',
  productName: 'Neurocad Connect',
  copyright: 'Copyright © 2026 The Neurocad Connect authors',
  directories: { output: 'out/package', buildResources: 'resources' },
  files: productionFiles,
  asar: true,
  // The only WebAssembly file, SQLite's, is read through `fs`, which Electron teaches to look into the archive, in worker threads too.
  // Inside, its digest is checked like that of the code; beside the archive it would be a file that anybody may exchange.
  asarUnpack: [],
  // No native modules.
  npmRebuild: false,
  // The page is in English so far; each language of Chromium's own dialogs is half a megabyte.
  electronLanguages: ['en-US'],
  extraMetadata: {
    main: 'out/main/index.js',
    desktopName: 'neurocad-connect.desktop',
    // Debian's packages name both; there is no such place yet.
    author: 'The Neurocad Connect authors',
    homepage: 'https://neurocad.invalid',
    updateFeed,
  },
  removePackageScripts: true,
  removePackageKeywords: true,
  protocols: [{ name: 'Neurocad Connect link', schemes: ['neurocad'], role: 'Viewer' }],
  // WebAssembly's trap handlers stay on: libsodium and SQLite are WebAssembly, and without them every memory access is checked.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  // Makes the list of files beside the packages. What signs it is in CONTRIBUTING; the address here is not the one that is asked.
  publish: { provider: 'generic', url: updateFeed ?? 'https://updates.neurocad.invalid', useMultipleRangeRequest: false },
  generateUpdatesFilesForAllChannels: false,
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Utility',
    icon: 'resources/icons',
    maintainer: 'The Neurocad Connect authors <maintainers@neurocad.invalid>',
    synopsis: 'A vault for the connections your recipes act through.',
    executableName: 'neurocad-connect',
    fileAssociations: [recipeFiles('Neurocad recipe')],
    // What follows `--` is never an option, whatever a page wrote into the link.
    executableArgs: ['--'],
    syncDesktopName: true,
    desktop: { entry: { Keywords: 'vault;connections;tokens;' } },
  },
  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.developer-tools',
    icon: 'resources/icon.icns',
    fileAssociations: [recipeFiles('Neurocad recipe')],
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'resources/entitlements.plist',
    entitlementsInherit: 'resources/entitlements.plist',
    notarize: true,
  },
  win: {
    target: ['nsis'],
    icon: 'resources/icon.ico',
    verifyUpdateCodeSignature: true,
    // `installer.nsh` names it again.
    fileAssociations: [recipeFiles('NeurocadConnect.Recipe')],
  },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  deb: {
    depends: [
      'libgtk-3-0',
      'libnotify4',
      'libnss3',
      'libxss1',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0',
      'libuuid1',
      'libsecret-1-0',
    ],
  },
  // An unsigned program must not come out of a release by mistake; `npm run package -- --unsigned` says so out loud.
  forceCodeSigning: process.platform !== 'linux',
}
