import { expect, test } from 'vitest'
import { mayNavigate, mayOpenOutside } from '../../src-main/shell/navigation'

test('the window goes to the application and nowhere else', () => {
  expect(mayNavigate('app://neurocad/connect')).toBe(true)
  for (const address of [
    'https://neurocad/',
    'app://neurocad.evil/',
    'app://evil/',
    'app://neurocad:1/',
    'app://user@neurocad/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    '',
  ])
    expect(mayNavigate(address), address).toBe(false)
})

test('web pages open in the system browser, and plain http only on this computer', () => {
  for (const address of [
    'https://slack.com/oauth/v2/authorize?state=x',
    'http://127.0.0.1:41234/oauth',
    'http://127.8.8.8/',
    'http://localhost:8080/',
    'http://[::1]:8080/',
    'HTTPS://EXAMPLE.COM/',
  ])
    expect(mayOpenOutside(address), address).toBe(true)
})

test('nothing opens outside that could start a program, hide its host, or travel unprotected', () => {
  for (const address of [
    'http://example.com/',
    'http://127.0.0.1.evil.com/',
    'http://localhost.evil.com/',
    'http://127.evil.com/',
    'https://slack.com@evil.com/',
    'https://user:word@slack.com/',
    'file:///etc/passwd',
    'smb://host/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://neurocad/',
    'mailto:a@b.c',
    '//slack.com',
    'slack.com',
    '',
  ])
    expect(mayOpenOutside(address), address).toBe(false)
})
