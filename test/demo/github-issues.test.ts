import { expect, test } from 'vitest'
import { callGitHub, installApp, installationToken } from './github-client'
import { temporaryGitHub } from './temporary-github'

const repository = 'repos/ada-lindqvist/sensor-board'

test('an issue and its comments are there when asked for, and its address opens a page for people', async () => {
  const { platform } = await temporaryGitHub()
  const token = await installationToken(platform, await installApp(platform))
  const json = { title: 'From a <recipe>', body: 'It was run.' }
  const made = await callGitHub(platform, `${repository}/issues`, { token, method: 'POST', json })
  const { number, html_url: address } = made.body as { number: number; html_url: string }
  expect(address).toBe(`${platform.url}/ada-lindqvist/sensor-board/issues/${number}`)
  const path = `${repository}/issues/${number}`
  await callGitHub(platform, `${path}/comments`, { token, method: 'POST', json: { body: 'Mended.' } })
  expect(await callGitHub(platform, path, { token })).toMatchObject({ status: 200, body: { ...json, comments: 1 } })
  expect((await callGitHub(platform, `${path}/comments`, { token })).body).toMatchObject([{ body: 'Mended.' }])
  const listed = await callGitHub(platform, 'installation/repositories', { token })
  expect(listed.body).toMatchObject({ total_count: 3 })

  const page = await (await fetch(address, { headers: { accept: 'text/html' } })).text()
  for (const text of ['From a &lt;recipe&gt;', 'It was run.', 'Mended.']) expect(page).toContain(text)
  expect((await fetch(address)).status).toBe(404)
  expect((await fetch(`${address}0`, { headers: { accept: 'text/html' } })).status).toBe(404)
})
