SELECT count(*) FROM readings
WHERE is_live IS NOT EXISTS (SELECT 1 FROM operations WHERE reading_id = readings.id AND NOT is_undone)
