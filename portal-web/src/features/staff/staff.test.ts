import type { StaffMemberFieldsFragment, UnitFieldsFragment } from '@/lib/graphql/generated/graphql'
import { chooseLanguage } from '@/lib/i18n'
import { signedInAs } from '@/lib/session'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dutiesToday, unitsOf } from '@/components/staff/duties'
import { dutyInput, unitsFor } from './duty-choice'
import { qrPath } from '@/components/qr/qr'
import { finish, provePassword, ticket } from './sign-in'
import { refusalText } from './sign-in-words'
import { branchesOf } from './units'

const unit = (id: string, parentId: string | null, kind: UnitFieldsFragment['kind'] = 'MAILBOX', closedAt: string | null = null): UnitFieldsFragment => ({
  id,
  kind,
  name: id,
  nameZh: id,
  nameEn: null,
  parentId,
  facilityId: null,
  closedAt,
})

function answering(status: number, body: object) {
  const fetched = vi.fn((_: string, init: RequestInit) => {
    sent.push(init.body as URLSearchParams)
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }))
  })
  vi.stubGlobal('fetch', fetched)
}

const sent: URLSearchParams[] = []

afterEach(() => {
  vi.unstubAllGlobals()
  sent.length = 0
  ticket.value = ''
})

describe('A sign-in of staff', () => {
  it('goes on to the second factor with the ticket it was given, and signs nobody in before', async () => {
    answering(400, { error: 'invalid_grant', code: 'second_factor_required', ticket: 'one' })
    expect(await provePassword('li', 'secret words')).toBe('staff-second-factor')
    expect(ticket.value).toBe('one')
    expect(signedInAs.value).toBeNull()
  })

  it('sends the ticket with the code, and forgets it once somebody is in', async () => {
    ticket.value = 'one'
    answering(200, {})
    expect(await finish({ code: '123456' })).toEqual({ ok: true })
    expect(Object.fromEntries(sent[0]!)).toMatchObject({ ticket: 'one', code: '123456', grant_type: 'urn:jinlin:grant:staff-second-factor' })
    expect(ticket.value).toBe('')
    expect(signedInAs.value).toBe('staff')
  })

  it('says in whole minutes how long an account is locked', () => {
    chooseLanguage('en')
    expect(refusalText({ code: 'locked', details: { retry_after: '61' } })).toContain('2 min')
    expect(refusalText({ code: 'locked', details: { retry_after: '1' } })).toContain('1 min')
  })
})

describe('Duties', () => {
  const delegation = { id: 'x', role: 'FACILITY_DESK', unit: null, fromId: 'a', fromName: null, toId: 'b', toName: null, begins: '2026-03-02', ends: '2026-03-04' } as const
  const desk = { id: 'desk', name: 'Desk', kind: 'FACILITY_DESK' } as const
  const member = { duties: [{ id: 'd', role: 'FACILITY_DESK', unit: desk, delegation }] } as unknown as StaffMemberFieldsFragment

  it.each([
    ['2026-03-01', 0],
    ['2026-03-02', 1],
    ['2026-03-04', 1],
    ['2026-03-05', 0],
  ])('of a stand-in hold from the first day to the last: on %s %i', (day, count) => {
    expect(dutiesToday(member, day)).toHaveLength(count)
  })

  it('of one role name each unit once', () => {
    expect(unitsOf([...member.duties, ...member.duties], 'FACILITY_DESK')).toEqual([desk])
  })

  it('are offered in open units of the right kind, and for the whole district without one', () => {
    const units = [unit('m', null), unit('old', null, 'MAILBOX', '2026-01-01T00:00:00Z'), unit('d', null, 'FACILITY_DESK')]
    expect(unitsFor('MAILBOX_CLERK', units).map(({ id }) => id)).toEqual(['m'])
    expect(dutyInput('MAILBOX_CLERK', '')).toBeNull()
    expect(dutyInput('DISTRICT_ADMIN', 'm')).toEqual({ role: 'DISTRICT_ADMIN' })
  })
})

it('Units stand under their parents, and by themselves where the parent may not be seen', () => {
  const branches = branchesOf([unit('leaf', 'root'), unit('root', null), unit('led', 'hidden')])
  expect(branches.map((branch) => [branch.unit.id, branch.below.map((below) => below.unit.id)])).toEqual([
    ['root', ['leaf']],
    ['led', []],
  ])
})

it('A QR code begins, after its quiet edge, with the corner that scanners look for', () => {
  const { size, path } = qrPath('otpauth://totp/x?secret=ABC')
  expect(size).toBeGreaterThanOrEqual(29)
  for (let column = 4; column < 11; column++) expect(path).toContain(`M${column} 4h1v1h-1z`)
  expect(path).not.toContain('M11 4h')
})
