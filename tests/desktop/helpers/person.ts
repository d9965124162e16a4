import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { win32 } from 'node:path'

/** For whom the installers are tried: a user whose name, folders and files have spaces and Vietnamese letters. */
export const personName = 'Nguyễn Văn Á'

/** The user's name to log in by: Linux takes no spaces and no letters with accents there. */
export function loginName(platform: NodeJS.Platform): string {
  return platform === 'win32' ? personName : 'nguyenvana'
}

/** The home folder; on macOS, where nobody else gets a screen, that of whoever runs this. */
export function personHome(platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return win32.join(process.env['SystemDrive'] ?? 'C:', '\\Users', personName)
  return platform === 'linux' ? `/home/${personName}` : homedir()
}

export type Command = { readonly command: string; readonly args: readonly string[] }

/** How a command is run as that user, waited for, its output passed on. */
export function asPerson(
  { command, args }: Command,
  { platform, env }: { readonly platform: NodeJS.Platform; readonly env: Readonly<Record<string, string | undefined>> },
): Command {
  if (platform === 'linux') {
    const display = env['DISPLAY'] === undefined ? [] : [`DISPLAY=${env['DISPLAY']}`]
    // sudo has a working folder of its own only where its rules say so.
    const place = ['env', '-C', personHome(platform), ...display]
    return { command: 'sudo', args: ['-H', '-u', loginName(platform), '--', ...place, command, ...args] }
  }
  if (platform !== 'win32') return { command, args }
  const password = env['OCOP_PERSON_PASSWORD'] ?? ''
  return powershell(logonScript({ command, args, password }))
}

/** A script for the PowerShell that every Windows has; encoded, so that no code page changes its letters. */
export function powershell(script: string): Command {
  const encoded = Buffer.from(`$ErrorActionPreference = 'Stop'\n${script}`, 'utf16le').toString('base64')
  return { command: 'powershell.exe', args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded] }
}

/** Text as PowerShell takes it literally. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Runs here and ends with an error where it does not end with 0. */
export function run({ command, args }: Command): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${command} ended with ${status}`)
}

// Start-Process waits for another user's process by a right that it does not get; .NET's own class needs none. The
// environment is the user's own.
function logonScript({ command, args, password }: Command & { readonly password: string }): string {
  const line = args.map((arg) => (/[\s"]/.test(arg) ? `"${arg.replaceAll('"', String.raw`\"`)}"` : arg)).join(' ')
  return `
$start = New-Object System.Diagnostics.ProcessStartInfo
$start.FileName = ${quoted(command)}
$start.Arguments = ${quoted(line)}
$start.WorkingDirectory = "$env:PUBLIC"
$start.UserName = ${quoted(personName)}
$start.Domain = $env:COMPUTERNAME
$start.Password = ConvertTo-SecureString ${quoted(password)} -AsPlainText -Force
$start.LoadUserProfile = $true
$start.UseShellExecute = $false
$start.RedirectStandardOutput = $true
$start.RedirectStandardError = $true
$start.StandardOutputEncoding = [System.Text.Encoding]::UTF8
$start.StandardErrorEncoding = [System.Text.Encoding]::UTF8
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
$process = [System.Diagnostics.Process]::Start($start)
$said = $process.StandardOutput.ReadToEndAsync()
$complained = $process.StandardError.ReadToEndAsync()
$process.WaitForExit()
[Console]::Out.Write($said.Result)
[Console]::Error.Write($complained.Result)
exit $process.ExitCode`
}
