/** The person asking ($1) and those in their care: whose drafts and cases a statement may look at. */
export const OWN_AND_WARDS = 'holder_id IN (SELECT $1::uuid UNION ALL SELECT ward_id FROM wards WHERE wards.holder_id = $1)';
