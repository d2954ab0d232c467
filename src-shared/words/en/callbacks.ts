import { area } from '../chosen'

/** How the answers of providers come back, and the doctor that tries it. */
export const callbackWords = area('callbacks', {
  title: 'Callbacks',
  by: 'Answers of providers come by',
  byLead: 'For providers that take both. A loopback address needs no registration; a link also works where it is blocked.',
  loopback: 'Loopback address',
  deepLink: 'Link',
  doctor: 'Callback doctor',
  doctorLead: 'Tries how a provider’s answer comes back here, before you need it.',
  test: 'Test callbacks',
  testAgain: 'Test again',
  testing: 'Testing…',
  loopbackLine: 'Loopback',
  deepLinkLine: 'neurocad:// link',
  works: 'Works',
  fails: 'Fails',
  notHere: 'Not here',
  by_loopback: 'By loopback address',
  by_deep_link: 'By link',
  by_paste: 'By pasting the address',
  perProvider: 'What each provider uses',
})
