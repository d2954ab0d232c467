import { expect } from '../fixtures'
import { dragged, dragsSeen, drop, listenToDrags } from './drop'
import { askForPort, heard, innerFrame, nonceOf, testOnHostilePage } from './hostile-page'

const test = testOnHostilePage()

test('the page’s world has a bridge of three members and nothing of Node or Electron', async ({ page, shell: _shell }) => {
  const found = await page.evaluate(() => ({
    names: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    bridge: Object.keys(Reflect.get(window, 'connectBridge')),
    frozen: Object.isFrozen(Reflect.get(window, 'connectBridge')),
  }))
  expect(found).toEqual({ names: [], bridge: ['nonce', 'onEngineExit', 'onOpen'], frozen: true })
})

test.describe('a port to the engine is not had', () => {
  test('a second time, in another document’s name, or from a frame', async ({ page, shell }) => {
    const old = await nonceOf(page)
    const frame = await innerFrame(page)
    expect(await frame.evaluate(() => typeof Reflect.get(window, 'connectBridge'))).toBe('undefined')
    await askForPort(page, old)
    await askForPort(frame, old)
    await heard(page)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
    expect(await nonceOf(page)).not.toBe(old)
    await askForPort(page, old)
    await heard(page)
    // The one that the reloaded page asked for itself, which came after the others.
    await expect.poll(async () => (await shell.attempts()).ports).toBe(1)
  })
})

test.describe('the window is led nowhere else', () => {
  for (const address of [
    'https://example.com/',
    'http://127.0.0.1:9/',
    'neurocad://connect/slackApi',
    'mailto:somebody@example.com',
  ])
    test(`by a navigation to ${address}`, async ({ page, shell }) => {
      const here = page.url()
      await page.evaluate((to) => {
        location.href = to
      }, address)
      await expect.poll(async () => (await shell.attempts()).navigations).toEqual([{ url: address, prevented: true }])
      expect(page.url()).toBe(here)
      expect(await shell.outside()).toEqual([])
    })

  for (const [address, refusal] of [
    ['javascript:window.pwned=1', 'Content Security Policy'],
    ['file:///etc/passwd', 'Not allowed to load local resource'],
    ['data:text/html,<h1>hello</h1>', 'Not allowed to navigate top frame to data URL'],
  ])
    test(`by a navigation to ${address}`, async ({ page, shell }) => {
      const here = page.url()
      const said = page.waitForEvent('console', (message) => message.text().includes(refusal ?? ''))
      await page.evaluate((to) => {
        location.href = to ?? ''
      }, address)
      await said
      expect(page.url()).toBe(here)
      expect(await page.evaluate(() => globalThis.pwned)).toBeUndefined()
      expect(await shell.outside()).toEqual([])
    })

  for (const what of ['a file', 'a link'] as const)
    for (const taken of [true, false])
      test(`by ${what} that is dropped on it, ${taken ? 'where' : 'nor where none of'} its code takes it`, async ({
        page,
        shell,
      }) => {
        const here = page.url()
        const nonce = await nonceOf(page)
        await listenToDrags(page, taken)
        await drop(page, dragged[what])
        // Chromium tells a page of a drop only where the page has said that it wants it; otherwise it goes where the thing leads.
        await expect.poll(() => dragsSeen(page)).toEqual(taken ? ['dragover', 'drop'] : ['dragover'])
        await heard(page)
        expect(page.url()).toBe(here)
        expect(await nonceOf(page)).toBe(nonce)
        expect(await shell.windows()).toBe(1)
        expect(await shell.outside()).toEqual([])
      })
})

test('no window is opened, and no program started, by window.open', async ({ page, shell }) => {
  for (const address of [
    'http://example.com/',
    'https://somebody@example.com/',
    'file:///etc/passwd',
    'javascript:opener.pwned=1',
    'data:text/html,<h1>hello</h1>',
    'neurocad://connect/slackApi',
    'smb://somebody@example.com/share',
    'about:blank',
    '/connect',
  ]) {
    const opened = await page.evaluateHandle((to) => window.open(to), address)
    await expect.poll(() => opened.evaluate((one) => one === null || one.closed), address).toBe(true)
  }
  expect(await shell.windows()).toBe(1)
  expect(await shell.outside()).toEqual([])
  expect(await page.evaluate(() => globalThis.pwned)).toBeUndefined()
})

test('a frame shows no page, neither ours nor another’s', async ({ page, shell: _shell }) => {
  for (const address of ['/connect', 'https://example.com/']) {
    const said = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'))
    await page.evaluate((to) => {
      const frame = document.createElement('iframe')
      frame.src = to
      document.body.append(frame)
    }, address)
    await said
  }
  const inner = page.frames().filter((frame) => frame !== page.mainFrame())
  const texts = await Promise.all(inner.map((frame) => frame.evaluate(() => document.body?.textContent ?? '')))
  expect(texts.join('')).not.toContain('Connect')
})

test('nothing is sent to or fetched from the network', async ({ page, demo, shell: _shell }) => {
  const reached = await page.evaluate(async (loopback) => {
    const tried = [loopback, 'https://example.com/'].map((url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => `fetched ${url}`,
        () => null,
      ),
    )
    const image = new Promise((resolve) => {
      const pixel = new Image()
      pixel.addEventListener('load', () => resolve('loaded'))
      pixel.addEventListener('error', () => resolve(null))
      pixel.src = `${loopback}favicon.ico?secret`
    })
    const script = new Promise((resolve) => {
      const element = document.createElement('script')
      element.addEventListener('error', () => resolve(null))
      element.addEventListener('load', () => resolve('ran'))
      try {
        element.src = 'data:text/javascript,window.pwned=1'
        document.head.append(element)
      } catch {
        // Trusted types refuse the address before anything is fetched.
        resolve(null)
      }
    })
    return (await Promise.all([...tried, image, script])).filter((one) => one !== null)
  }, demo.facts.passport)
  expect(reached).toEqual([])
  expect(await page.evaluate(() => globalThis.pwned)).toBeUndefined()
})

test('nothing that a person would be asked for is granted, and nobody is asked', async ({ page, shell: _shell }) => {
  const granted = await page.evaluate(async () => {
    const refused = () => false
    const asked: Record<string, Promise<unknown>> = {
      notifications: Notification.requestPermission().then((answer) => answer !== 'denied'),
      clipboardRead: navigator.clipboard.readText().then(() => true, refused),
      midi: navigator.requestMIDIAccess().then(() => true, refused),
      persistence: navigator.storage.persist(),
      geolocation: new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(true),
          ({ code, PERMISSION_DENIED }) => resolve(code !== PERMISSION_DENIED),
        ),
      ),
    }
    const answers = await Promise.all(Object.entries(asked).map(async ([name, answer]) => ((await answer) ? name : [])))
    return answers.flat()
  })
  expect(granted).toEqual([])
})

test('what a person could be asked for is refused beforehand, so that no guess of the browser’s decides', async ({
  page,
  shell: _shell,
}) => {
  const states = await page.evaluate(async () => {
    const names = ['camera', 'clipboard-read', 'geolocation', 'microphone', 'midi', 'notifications', 'persistent-storage']
    return Promise.all(
      names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return `${name}: ${state}`
      }),
    )
  })
  expect(states.filter((line) => !line.endsWith(': denied'))).toEqual([])
})

test('nothing is saved to disk', async ({ page, shell }) => {
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['a program']))
    link.download = 'program.sh'
    link.click()
  })
  await expect.poll(async () => (await shell.attempts()).downloads).toEqual([{ prevented: true }])
})
