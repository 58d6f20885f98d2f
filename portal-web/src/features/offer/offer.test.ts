import type { OfferedServiceFragment } from '@/lib/graphql/generated/graphql'
import { describe, expect, it } from 'vitest'
import { blank, draftOf, inputOf, newCode } from './draft'

const zh: OfferedServiceFragment = {
  id: 'S', number: 'RES-PERMIT', kind: 'COUNTER', name: '居住证办理', description: null, partyLimit: 2, personLimit: 2, changeMinutes: 60, release: 'AT_ONCE',
  materials: [{ name: '身份证原件', required: true }, { name: '照片', required: false }],
  questions: [{ code: 'FIRST', text: '是哪种？', kind: 'CHOICE', required: true, choices: [{ code: 'NEW', text: '新办' }, { code: 'RENEW', text: '续签' }] }],
}
const en: OfferedServiceFragment = {
  ...zh,
  name: 'Residence permit',
  materials: [{ name: 'Identity card', required: true }, { name: '照片', required: false }],
  questions: [{ ...zh.questions[0]!, text: 'Which kind?', choices: [{ code: 'NEW', text: 'New' }, { code: 'RENEW', text: 'Renewal' }] }],
}

describe('A service that is changed', () => {
  it('is sent back as it was in both languages, codes included, where nothing was changed', () => {
    expect(inputOf(draftOf(zh, en))).toEqual({
      name: '居住证办理', nameEn: 'Residence permit', description: null, descriptionEn: null, partyLimit: 2, personLimit: 2, changeMinutes: 60, release: 'AT_ONCE',
      materials: [{ name: '身份证原件', nameEn: 'Identity card', required: true }, { name: '照片', nameEn: null, required: false }],
      questions: [
        { code: 'FIRST', text: '是哪种？', textEn: 'Which kind?', kind: 'CHOICE', required: true, choices: [{ code: 'NEW', text: '新办', textEn: 'New' }, { code: 'RENEW', text: '续签', textEn: 'Renewal' }] },
      ],
    })
  })

  it('leaves alone how many a family may book unless somebody says so', () => {
    const draft = draftOf(zh, en)
    expect(inputOf(draft)).not.toHaveProperty('householdLimit')
    expect(inputOf({ ...draft, householdLimit: '6' })).toMatchObject({ householdLimit: 6 })
  })

  it('keeps the codes of its choices by their words, or by their places where they were only reworded', () => {
    const [question] = draftOf(zh, en).questions
    const codes = (choices: string): string[] => inputOf({ ...blank(), questions: [{ ...question!, choices }] }).questions[0]!.choices.map(({ code }) => code)
    expect(codes('新办\n续签\n补办\n换证')).toEqual(['NEW', 'RENEW', 'C1', 'C2'])
    expect(codes('续签\n新办')).toEqual(['RENEW', 'NEW'])
    expect(codes('续签')).toEqual(['RENEW'])
    expect(codes('首次办理\n续签')).toEqual(['NEW', 'RENEW'])
    expect(inputOf({ ...blank(), questions: [{ ...question!, kind: 'YES_NO' }] }).questions[0]!.choices).toEqual([])
  })
})

it('A new question gets a code that no other has', () => {
  const question = { text: '', textEn: '', kind: 'TEXT' as const, required: true, choices: '', choicesEn: '', known: [] }
  expect(newCode([])).toBe('Q1')
  expect(newCode([{ ...question, code: 'Q2' }])).toBe('Q3')
})
