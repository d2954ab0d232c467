import { area } from '../chosen'

/** The lines of a diagnosis that every type has. */
export const diagnosisLineWords = area('diagnosisLine', {
  reconnect: 'Reconnect',
  addConnection: 'Add connection',
  isActive: 'It is active.',
  openInstallation: 'Open the installation',
  secretDamaged: 'Its secret was damaged on the disk and does not open.',
  secretMissing: 'It has no secret.',
  secretOpens: 'Its secret is in the vault and opens.',
  appEntered: (name: string) => `Your app at ${name} is entered.`,
  appMissing: (name: string) => `Your app at ${name} is not entered.`,
  appDamaged: (name: string) => `Your app at ${name} was damaged on the disk.`,
  enterApp: 'Enter your app',
  cannotAsk: (name: string) => `${name} cannot be asked without its secret.`,
  answers: (name: string) => `${name} answers and accepts it.`,
  saidNothing: (name: string) => `${name} did not say why.`,
  testAgain: 'Test again',
  notGranted: (scopes: readonly string[]) =>
    `It was not granted ${scopes.join(', ')}. Reconnect asks for what is missing, and keeps the connection.`,
  scopeMissing: 'A scope is missing.',
  allGranted: 'It was granted every scope that is asked for.',
  isPrivate: 'It is yours: nobody else sees or uses it.',
  isShared: (owner: string) => `${owner} added it; everyone in your organisation can use it.`,
})
