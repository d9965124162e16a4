import { describe, expect, it } from 'vitest'
import { readMountList, readMountTable, storageOf } from './file-storage.ts'

const mounts = readMountTable(
  [
    '/dev/sda2 / ext4 rw,relatime 0 0',
    '//may-chu/chung /mnt/thư\\040mục\\040chung cifs rw 0 0',
    'may-chu:/ocop /srv/nfs nfs4 rw 0 0',
    'gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0',
    '/dev/sdb1 /media/usb fuseblk rw 0 0',
    'portal /run/user/1000/doc fuse.portal rw 0 0',
  ].join('\n'),
)
const on = (platform: NodeJS.Platform, env: Readonly<Record<string, string>> = {}) => ({ platform, env, mounts: [] })
const local = { kind: 'local' }
const cloud = (name: string) => ({ kind: 'cloud', name })
const network = (name: string) => ({ kind: 'network', name })

describe('where a file lies', () => {
  it.each([
    ['C:\\Users\\thu-ky\\Documents\\a.ocop', local],
    ['C:\\Users\\thu-ky\\OneDrive\\Tài liệu\\a.ocop', cloud('OneDrive')],
    ['C:\\Users\\thu-ky\\OneDrive - Chi cục\\a.ocop', cloud('OneDrive')],
    ['d:\\đồng bộ\\a.ocop', cloud('OneDrive')],
    ['D:\\đồng bộ cũ\\a.ocop', local],
    ['C:\\Users\\thu-ky\\Dropbox (Cá nhân)\\a.ocop', cloud('Dropbox')],
    ['G:\\My Drive\\a.ocop', cloud('Google Drive')],
    ['C:\\Users\\thu-ky\\Documents\\OneDrive.ocop', local],
    ['\\\\may-chu\\chung\\OCOP\\a.ocop', network('may-chu\\chung')],
    ['\\\\?\\UNC\\may-chu\\chung\\a.ocop', network('may-chu\\chung')],
    ['\\\\?\\C:\\Users\\a.ocop', local],
  ])('on Windows: %s', (path, expected) => {
    const env = { OneDrive: 'C:\\Users\\thu-ky\\OneDrive', OneDriveCommercial: 'D:\\Đồng bộ' }
    expect(storageOf({ path, ...on('win32', env) })).toEqual(expected)
  })

  it.each([
    ['/home/thu-ky/Documents/a.ocop', local],
    ['/mnt/thư mục chung/a.ocop', network('//may-chu/chung')],
    ['/mnt/thư mục chung khác/a.ocop', local],
    ['/srv/nfs/2026/a.ocop', network('may-chu:/ocop')],
    ['/run/user/1000/gvfs/smb-share/a.ocop', network('gvfsd-fuse')],
    ['/run/user/1000/doc/1/a.ocop', local],
    ['/media/usb/a.ocop', local],
    ['/home/thu-ky/Dropbox/a.ocop', cloud('Dropbox')],
  ])('on Linux: %s', (path, expected) => {
    expect(storageOf({ path, ...on('linux'), mounts })).toEqual(expected)
  })

  it.each([
    ['/Users/tk/Library/CloudStorage/OneDrive-Chicục/a.ocop', cloud('OneDrive')],
    ['/Users/tk/Library/CloudStorage/GoogleDrive-tk@example.org/My Drive/a.ocop', cloud('Google Drive')],
    ['/Users/tk/Library/Mobile Documents/com~apple~CloudDocs/a.ocop', cloud('iCloud')],
    ['/Volumes/chung 2026/a.ocop', network('//tk@may-chu/chung')],
    ['/Volumes/USB/a.ocop', local],
  ])('on macOS: %s', (path, expected) => {
    const list = [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only)',
      '//tk@may-chu/chung on /Volumes/chung 2026 (smbfs, nodev, nosuid)',
      '/dev/disk4s1 on /Volumes/USB (msdos, local)',
    ]
    expect(storageOf({ path, ...on('darwin'), mounts: readMountList(list.join('\n')) })).toEqual(expected)
  })
})
