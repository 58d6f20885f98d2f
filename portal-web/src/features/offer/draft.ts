import type { BookingQuestionKind, CreateBookableServiceInput, OfferedServiceFragment, ServiceKind, SlotRelease } from '@/lib/graphql/generated/graphql'

export interface MaterialRow {
  name: string
  nameEn: string
  required: boolean
}

export interface QuestionRow {
  /// Answers given before name the question by it: it stays.
  code: string
  text: string
  textEn: string
  kind: BookingQuestionKind
  required: boolean
  /// One choice a line, in each language as many.
  choices: string
  choicesEn: string
  /// The choices that are there, by the codes answers name them by.
  known: readonly { code: string; text: string }[]
}

/// A service between its pages, as it is typed.
export interface Draft {
  number: string
  kind: ServiceKind | ''
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  materials: MaterialRow[]
  questions: QuestionRow[]
  partyLimit: string
  personLimit: string
  /// Nobody is told how it stands: left empty, it stays.
  householdLimit: string
  changeMinutes: string
  release: SlotRelease
}


export function blank(): Draft {
  return {
    number: '',
    kind: '',
    name: '',
    nameEn: '',
    description: '',
    descriptionEn: '',
    materials: [],
    questions: [],
    partyLimit: '1',
    personLimit: '2',
    householdLimit: '4',
    changeMinutes: '60',
    release: 'AT_ONCE',
  }
}

/// The draft of a service that is there, from what it says in each language; where both say the same, there is no English.
export function draftOf(zh: OfferedServiceFragment, en: OfferedServiceFragment): Draft {
  return {
    number: zh.number,
    kind: zh.kind,
    name: zh.name,
    nameEn: other(zh.name, en.name),
    description: zh.description ?? '',
    descriptionEn: other(zh.description ?? '', en.description ?? ''),
    materials: zh.materials.map(({ name, required }, at) => ({ name, required, nameEn: other(name, en.materials[at]?.name) })),
    questions: zh.questions.map(({ code, text, kind, required, choices }, at) => ({
      code,
      text,
      textEn: other(text, en.questions[at]?.text),
      kind,
      required,
      choices: choices.map((choice) => choice.text).join('\n'),
      choicesEn: choices.map((choice, index) => other(choice.text, en.questions[at]?.choices[index]?.text)).join('\n').trim(),
      known: choices,
    })),
    partyLimit: String(zh.partyLimit),
    personLimit: String(zh.personLimit),
    householdLimit: '',
    changeMinutes: String(zh.changeMinutes),
    release: zh.release,
  }
}

function other(zh: string, en: string | undefined): string {
  return en && en !== zh ? en : ''
}

/// What is sent of a draft: everything but number and kind, which never change.
export function inputOf(draft: Draft) {
  const { name, nameEn, description, descriptionEn, materials, questions, partyLimit, personLimit, householdLimit, changeMinutes, release } = draft
  const wholeOrNone = (text: string): string | null => text.trim() || null
  return {
    name: name.trim(),
    nameEn: wholeOrNone(nameEn),
    description: wholeOrNone(description),
    descriptionEn: wholeOrNone(descriptionEn),
    materials: materials.map((row) => ({ name: row.name.trim(), nameEn: wholeOrNone(row.nameEn), required: row.required })),
    questions: questions.map((row) => ({ code: row.code, text: row.text.trim(), textEn: wholeOrNone(row.textEn), kind: row.kind, required: row.required, choices: choicesOf(row) })),
    partyLimit: Number(partyLimit),
    personLimit: Number(personLimit),
    ...(householdLimit === '' ? {} : { householdLimit: Number(householdLimit) }),
    changeMinutes: Number(changeMinutes),
    release,
  } satisfies Omit<CreateBookableServiceInput, 'number' | 'kind'>
}

export function lines(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

function choicesOf({ kind, choices, choicesEn, known }: QuestionRow) {
  if (kind !== 'CHOICE') return []
  const texts = lines(choices)
  const english = lines(choicesEn)
  const codes = codesOf(texts, known)
  return texts.map((text, at) => ({ code: codes[at]!, text, textEn: english[at] ?? null }))
}

/// A choice keeps its code by its words; reworded, by its place as long as none was added or taken away.
function codesOf(texts: readonly string[], known: QuestionRow['known']): string[] {
  const codes = texts.map((text) => known.find((choice) => choice.text === text)?.code)
  const isReworded = texts.length === known.length
  let number = 0
  return codes.map((code, at) => {
    if (code) return code
    const before = known[at]?.code
    if (isReworded && before && !codes.includes(before)) return (codes[at] = before)
    do number++
    while (codes.includes(`C${number}`) || known.some((choice) => choice.code === `C${number}`))
    return (codes[at] = `C${number}`)
  })
}

/// A code that none of the questions has yet.
export function newCode(questions: readonly QuestionRow[]): string {
  let number = questions.length + 1
  while (questions.some(({ code }) => code === `Q${number}`)) number++
  return `Q${number}`
}
