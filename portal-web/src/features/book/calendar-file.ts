import { saveFile } from '@/components/form/save-file'
import { request, type Failure } from '@/lib/graphql'
import { AppointmentSlipDocument } from '@/lib/graphql/generated/graphql'

/// Hands an appointment to the person as a file their calendar opens.
/// @return why not, or null
export async function saveCalendar(id: string): Promise<Failure | null> {
  const outcome = await request(AppointmentSlipDocument, { id })
  if (!outcome.ok) return outcome.failure
  const slip = outcome.data.appointmentSlip
  if (slip) saveFile(`${slip.appointment.number}.ics`, 'text/calendar;charset=utf-8', slip.calendar)
  return null
}
