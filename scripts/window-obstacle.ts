import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Why no window can open, in Vietnamese; `remedy` in lines that a person can follow. */
export type Obstacle = { readonly reason: string; readonly remedy?: string }

type WindowObstacleInput = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
}

/** Why no window can open on this machine whatever is installed, or null. */
export function windowObstacle({ env, platform, isRoot }: WindowObstacleInput): Obstacle | null {
  if (env['OCOP_HOST'] === 'browser') return { reason: 'OCOP_HOST=browser' }
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return { reason: 'máy này không có màn hình đồ hoạ' }
  // Chromium's sandbox does not run as root, and this application never runs without it.
  return isRoot ? { reason: 'Electron không chạy với quyền root' } : null
}

export function sayNoWindow({ reason, remedy }: Obstacle): void {
  console.log(`Không mở cửa sổ Electron: ${reason}. Chạy trong trình duyệt.`)
  if (remedy !== undefined) console.log(remedy)
}

/** What a Linux machine says about sandboxes; a setting that the kernel does not know is null. */
export type SandboxFacts = {
  /** `kernel.apparmor_restrict_unprivileged_userns`: `1` on Ubuntu from 24.04. */
  readonly appArmorRestricts: string | null
  /** `kernel.unprivileged_userns_clone`: `0` on some Debian kernels. */
  readonly usernsClone: string | null
  /** `chrome-sandbox` beside the runtime belongs to root and is setuid: Chromium's other way into a sandbox. */
  readonly hasSetuidHelper: boolean
  /** Texts of the profiles that AppArmor loads at start. */
  readonly appArmorProfiles: readonly string[]
}

/**
 * Why Chromium cannot build its sandbox for this executable, or null. Without one the window dies with a message for
 * programmers, so it is not even tried; leaving the sandbox out is no remedy.
 */
export function sandboxObstacle(executable: string, facts: SandboxFacts): Obstacle | null {
  if (facts.hasSetuidHelper) return null
  if (facts.usernsClone === '0') {
    return {
      reason:
        'nhân Linux của máy không cho người dùng thường lập không gian tên (kernel.unprivileged_userns_clone = 0), thứ mà hộp cát của Electron cần',
      remedy: `${debRemedy}; hoặc cho phép bằng lệnh:\n  sudo sysctl -w kernel.unprivileged_userns_clone=1`,
    }
  }
  if (facts.appArmorRestricts !== '1') return null
  const path = inProfile(executable)
  if (facts.appArmorProfiles.some((text) => text.includes(path) && /\buserns\b/.test(text))) return null
  return {
    reason: 'AppArmor của máy (Ubuntu 24.04 trở lên) không cho Electron lập không gian tên, thứ mà hộp cát của nó cần',
    remedy: `${debRemedy}; hoặc thêm một hồ sơ AppArmor cho bộ chạy này bằng hai lệnh:\n${profileCommands(executable)}`,
  }
}

/** @param system the file system's root; tests name another folder */
export function readSandboxFacts({
  executable,
  system = '/',
}: {
  readonly executable: string
  readonly system?: string
}): SandboxFacts {
  const kernel = join(system, 'proc', 'sys', 'kernel')
  const helper = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false })
  return {
    appArmorRestricts: readWord(join(kernel, 'apparmor_restrict_unprivileged_userns')),
    usernsClone: readWord(join(kernel, 'unprivileged_userns_clone')),
    hasSetuidHelper: helper !== undefined && helper.uid === 0 && (helper.mode & 0o4001) === 0o4001,
    appArmorProfiles: readProfiles(join(system, 'etc', 'apparmor.d')),
  }
}

const debRemedy = 'Cách khắc phục: dựng và cài gói .deb (npm run dist), gói này lo sẵn việc ấy'

/** The profile that lets one executable make namespaces, and where AppArmor looks for it at start. */
export function appArmorProfile(executable: string): { readonly path: string; readonly text: string } {
  const text = `abi <abi/4.0>, profile ${profileName} ${inProfile(executable)} flags=(unconfined) { userns, }`
  return { path: `/etc/apparmor.d/${profileName}`, text }
}

const profileName = 'hoi-dong-ocop-npm-start'

function profileCommands(executable: string): string {
  const { path, text } = appArmorProfile(executable)
  return [
    `  printf '%s\\n' '${text.replaceAll("'", String.raw`'\''`)}' | sudo tee ${path}`,
    `  sudo apparmor_parser -r ${path}`,
  ].join('\n')
}

/** The path as a profile names it: quoted, and letters that stand for patterns taken literally. */
function inProfile(executable: string): string {
  return `"${executable.replaceAll(/["\\*?[\]{}^@]/g, String.raw`\$&`)}"`
}

function readWord(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}

function readProfiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readWord(join(folder, entry.name)) ?? '')
}
