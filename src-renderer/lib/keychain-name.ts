/** What people call a keychain, by the backend's own name. Source: `safeStorage.getSelectedStorageBackend` in Electron's documentation. */
const names: Partial<Record<string, string>> = {
  gnome_libsecret: 'GNOME Keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
  DPAPI: 'Windows',
}

/** A backend that is not known here is called what it calls itself. */
export const keychainName = (backend: string): string => names[backend] ?? backend
