import type { Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/**
 * What axe finds against WCAG 2.2 A and AA and against its best practices, as one line each. Run as its maker's Playwright package
 * runs it, but for reading its half megabyte again each time, which takes far longer than all its rules.
 * @param rules all of them unless said
 */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async (only): Promise<AxeResults> => {
    if (window.axe === undefined) throw new Error('axe is loaded by now.')
    return window.axe.run(document, {
      resultTypes: ['violations'],
      // A menu hangs at the end of the body, outside every landmark, and has the focus while it is there.
      rules: { region: { enabled: false } },
      ...(only !== undefined && { runOnly: { type: 'rule', values: [...only] } }),
    })
  }, rules)
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${impact} ${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll(/\s+/g, ' ')}`,
    ),
  )
}
