import { area } from '../chosen'
import { number, plural } from './forms'

export const attentionWords = area('attention', {
  title: 'Needs attention',
  lead: 'Connections that recipes cannot use until you act.',
  leadCount: (count: number) =>
    plural(count, {
      one: 'Recipes cannot use # connection until you act.',
      other: 'Recipes cannot use # connections until you act.',
    }),
  list: 'Connections that need attention',
  reconnecting: (name: string) => `Reconnecting ${name}`,
  setUp: (service: string) => `Set up ${service}`,
  /** In place of a service whose name is not known. */
  it: 'it',
  mend: (action: string, name: string) => `${action}: ${name}`,

  allWorks: 'Everything works',
  allWorksWhy:
    'A connection that its provider revokes or that fails to refresh shows up here by itself, with the button that brings it back.',

  notificationsRefused: 'Your browser blocks notifications from here',
  notificationsAreOn: 'Notifications are on',
  notifyMe: 'Notify me',

  reconnectAll: 'Reconnect all',
  reconnectFirst: (count: number) => `Reconnect the first ${number(count)}`,
  reconnectOne: (name: string) => `Reconnect ${name}`,
  step: (at: number, of: number) => `${number(at)} of ${number(of)}`,
  stop: 'Stop',
  skip: 'Skip',
})
