import { describe, expect, it } from 'vitest'
import { saveTrouble } from './save-trouble.ts'

const failure = (code: string) => Object.assign(new Error(`${code}: rename`), { code })

describe('why a file was not written', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('%s: it is open in Word or Excel', (code) => {
    expect(saveTrouble(failure(code))).toContain('đang mở trong chương trình khác')
  })
  it('ENOSPC: the disk is full', () => expect(saveTrouble(failure('ENOSPC'))).toContain('hết chỗ'))
  it('ENOENT: the drive is gone', () => expect(saveTrouble(failure('ENOENT'))).toContain('không còn'))
  it('anything else of the file system names its code', () => expect(saveTrouble(failure('EIO'))).toContain('(EIO)'))
  it('a fault of the application is none', () => {
    expect(saveTrouble(new TypeError('x'))).toBeNull()
    expect(saveTrouble(failure('ERR_INVALID_ARG_TYPE'))).toBeNull()
  })
})
