import type { Page } from '@playwright/test'
import { connectionId } from '../../fakes/client-data'

/** A page or dialog as a person may meet it. Says nothing in words, so that it can be looked at in any language. */
export interface Scene {
  name: string
  /** With what the fake client is to have. */
  address: string
  /** What leads to it from there. */
  act?(page: Page): Promise<unknown>
  /** A selector of what that leads to, where nothing else tells that it is there. */
  shows?: string
}

export const connection = (nth: number) => `/connect/${connectionId(nth)}?connections=45&types=all`

/** The page of one of the connections of `client-scenes.ts`. */
export const special = (nth: number) => connection(500_000 + nth)

export const press = (key: string) => (page: Page) => page.keyboard.press(key)

export const inDialog = '[role=dialog], [role=alertdialog]'

/** A button of the page by its icon. */
export const clickIcon = (icon: string) => (page: Page) =>
  page.getByRole('main').locator(`button:has(.lucide-${icon})`).first().click()
