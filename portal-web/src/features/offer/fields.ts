/// Ids of the fields of a service's pages, by the input's names.
export const fields: Record<string, string> = {
  number: 'number',
  kind: 'kind',
  name: 'name',
  nameEn: 'name-en',
  description: 'description',
  descriptionEn: 'description-en',
  materials: 'materials',
  questions: 'questions',
  partyLimit: 'partyLimit',
  personLimit: 'personLimit',
  householdLimit: 'householdLimit',
  changeMinutes: 'changeMinutes',
}
