-- A made-up person is a name in an organisation in a province: nothing else about them is worth comparing.
INSERT INTO person_link (fact_id, person_id)
SELECT fact_id,
       min(fact_id) OVER (PARTITION BY own.name, own.organisation, fact.province_2025_code)
FROM fact
JOIN person AS own USING (fact_id);
