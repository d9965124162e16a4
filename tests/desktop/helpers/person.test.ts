import { expect, test } from 'vitest'
import { asPerson, personHome, powershell } from './person.ts'

const node = { command: '/opt/node', args: ['window.ts', "D'Á"] }

test('on Linux a command runs as the user, on the screen of whoever asks, never without the sandbox', () => {
  const { command, args } = asPerson(node, { platform: 'linux', env: { DISPLAY: ':99', HOME: '/root' } })
  expect([command, ...args].join(' ')).toBe(
    "sudo -H -u nguyenvana -- env -C /home/Nguyễn Văn Á DISPLAY=:99 /opt/node window.ts D'Á",
  )
})

test('on Windows it runs after a logon, and every letter arrives', () => {
  const { command, args } = asPerson(
    { command: String.raw`C:\tools\node.exe`, args: [String.raw`D:\a b\window.ts`, "D'Á"] },
    { platform: 'win32', env: { OCOP_PERSON_PASSWORD: "p'w" } },
  )
  expect(command).toBe('powershell.exe')
  const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le')
  expect(script).toContain(String.raw`$start.FileName = 'C:\tools\node.exe'`)
  expect(script).toContain(String.raw`$start.Arguments = '"D:\a b\window.ts" D''Á'`)
  expect(script).toContain("$start.UserName = 'Nguyễn Văn Á'")
  expect(script).toContain("ConvertTo-SecureString 'p''w'")
})

test('on macOS it runs as it is', () => {
  expect(asPerson(node, { platform: 'darwin', env: {} })).toEqual(node)
})

test('the home folder has spaces and letters with accents where a user can be made', () => {
  expect(personHome('linux')).toBe('/home/Nguyễn Văn Á')
  expect(personHome('win32')).toMatch(/^\w:\\Users\\Nguyễn Văn Á$/)
})

test('a script stops at its first fault', () => {
  const { args } = powershell('Get-Item x')
  expect(Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le')).toBe(
    "$ErrorActionPreference = 'Stop'\nGet-Item x",
  )
})
