import { useSyncExternalStore } from 'react'
import { type NotificationChoice, notificationChoice, onNotificationChoice } from './system-notifications'

/** Whether the browser tells of what breaks, as it is chosen now, also where the palette chose it. */
export const useNotificationChoice = (): NotificationChoice => useSyncExternalStore(onNotificationChoice, notificationChoice)
