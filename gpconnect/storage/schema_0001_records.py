"""Schema 0001, first part: one table per kind of record. Published: never edited, only followed by another."""

RECORDS = (
    """CREATE TABLE site (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL,
        postcode TEXT NOT NULL, city TEXT NOT NULL, phone TEXT NOT NULL, agb TEXT NOT NULL,
        archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE staff (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, organization TEXT NOT NULL,
        site_ids TEXT NOT NULL, team_id TEXT NOT NULL, phone TEXT NOT NULL, archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE closure (
        id TEXT NOT NULL PRIMARY KEY, first_day TEXT NOT NULL, last_day TEXT NOT NULL, reason TEXT NOT NULL,
        site_id TEXT NOT NULL, archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE provider (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, destination TEXT NOT NULL, helps_with TEXT NOT NULL,
        age_from INTEGER NOT NULL, age_to INTEGER NOT NULL, area TEXT NOT NULL, access_routes TEXT NOT NULL,
        open_house INTEGER NOT NULL, waiting_weeks INTEGER, waiting_measured_on TEXT,
        waiting_source TEXT NOT NULL, contact TEXT NOT NULL, phone TEXT NOT NULL, secure_mail TEXT NOT NULL,
        archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE office_hours (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, worker_id TEXT NOT NULL, first_day TEXT NOT NULL,
        last_day TEXT NOT NULL, start TEXT NOT NULL, pattern TEXT NOT NULL, interval_weeks INTEGER NOT NULL,
        room TEXT NOT NULL, archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE half_day_session (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, worker_id TEXT NOT NULL, day TEXT NOT NULL,
        start TEXT NOT NULL, "end" TEXT NOT NULL, office_hours_id TEXT NOT NULL, room TEXT NOT NULL,
        note TEXT NOT NULL, status TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE slot (
        id TEXT NOT NULL PRIMARY KEY, session_id TEXT NOT NULL, site_id TEXT NOT NULL, starts_at TEXT NOT NULL,
        minutes INTEGER NOT NULL, kind TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE person_card (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, given_name TEXT NOT NULL,
        family_name TEXT NOT NULL, birth_date TEXT NOT NULL, prefix TEXT NOT NULL, gender TEXT,
        phone TEXT NOT NULL, contact_name TEXT NOT NULL, safe_contact TEXT NOT NULL, interpreter TEXT NOT NULL,
        household_id TEXT NOT NULL, shared INTEGER NOT NULL, recorded_at TEXT
    ) STRICT""",
    """CREATE TABLE appointment (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, slot_id TEXT NOT NULL, person_id TEXT NOT NULL,
        visit TEXT NOT NULL, reasons TEXT NOT NULL, requested_on TEXT NOT NULL, booked_by TEXT NOT NULL,
        booked_at TEXT NOT NULL, words TEXT NOT NULL, age INTEGER, gp_joins INTEGER NOT NULL,
        interpreter TEXT NOT NULL, patient_line TEXT NOT NULL, practitioner TEXT NOT NULL,
        status TEXT NOT NULL, status_at TEXT, status_reason TEXT NOT NULL, placement TEXT NOT NULL,
        claim_token_hash TEXT NOT NULL, loss_acknowledged INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE waiting_entry (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, person_id TEXT NOT NULL, since TEXT NOT NULL,
        reasons TEXT NOT NULL, words TEXT NOT NULL, age INTEGER, minutes INTEGER NOT NULL,
        offered_slot_id TEXT NOT NULL, ended_on TEXT, ended_why TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE safety_task (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL,
        due_on TEXT NOT NULL, made_at TEXT NOT NULL, person_id TEXT NOT NULL, detail TEXT NOT NULL,
        done_at TEXT, done_by TEXT NOT NULL, result TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE feedback (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, person_id TEXT NOT NULL,
        appointment_id TEXT NOT NULL, moment TEXT NOT NULL, due_on TEXT NOT NULL, soap TEXT NOT NULL,
        practitioner TEXT NOT NULL, status TEXT NOT NULL, prepared_by TEXT NOT NULL, sent_at TEXT,
        sent_how TEXT NOT NULL, acknowledged_at TEXT, acknowledged_by TEXT NOT NULL, episode_id TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE consent (
        id TEXT NOT NULL PRIMARY KEY, person_id TEXT NOT NULL, scope TEXT NOT NULL, purpose TEXT NOT NULL,
        recipient TEXT NOT NULL, given_by TEXT NOT NULL, decision TEXT NOT NULL, acted_on TEXT NOT NULL,
        recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, given_by_name TEXT NOT NULL,
        recipient_name TEXT NOT NULL, form TEXT NOT NULL, reason TEXT NOT NULL, expires_on TEXT
    ) STRICT""",
    """CREATE TABLE response (
        id TEXT NOT NULL PRIMARY KEY, episode_id TEXT NOT NULL, form TEXT NOT NULL,
        form_version INTEGER NOT NULL, moment TEXT NOT NULL, voice TEXT NOT NULL, entered_how TEXT NOT NULL,
        handed_in_at TEXT NOT NULL, answers TEXT NOT NULL, patient_id TEXT NOT NULL, site_id TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE patient (
        id TEXT NOT NULL PRIMARY KEY, given_name TEXT NOT NULL, family_name TEXT NOT NULL,
        birth_date TEXT NOT NULL, case_lead TEXT NOT NULL, opened_at TEXT NOT NULL, prefix TEXT NOT NULL,
        gender TEXT, phone TEXT NOT NULL, address TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL,
        address_confidential INTEGER NOT NULL, school TEXT NOT NULL, site_id TEXT NOT NULL,
        practitioner_name TEXT NOT NULL, bsn TEXT NOT NULL, interpreter TEXT NOT NULL,
        accessibility TEXT NOT NULL, safe_contact TEXT NOT NULL, household_id TEXT NOT NULL,
        research_objection INTEGER NOT NULL, archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE related_person (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, name TEXT NOT NULL, relation TEXT NOT NULL,
        phone TEXT NOT NULL, lives_with INTEGER NOT NULL, authority TEXT NOT NULL, verified_on TEXT,
        verified_how TEXT NOT NULL, archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE episode_of_care (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, requested_on TEXT NOT NULL,
        way_in TEXT NOT NULL, case_lead TEXT NOT NULL, reasons TEXT NOT NULL, request_for_help TEXT NOT NULL,
        site_id TEXT NOT NULL, started_on TEXT, ended_on TEXT, end_reason TEXT, destination TEXT,
        aftercare_due TEXT, aftercare_done TEXT, later_referral INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE encounter (
        id TEXT NOT NULL PRIMARY KEY, appointment_id TEXT NOT NULL, site_id TEXT NOT NULL, day TEXT NOT NULL,
        minutes INTEGER NOT NULL, visit TEXT NOT NULL, worker_id TEXT NOT NULL, patient_id TEXT NOT NULL,
        episode_id TEXT NOT NULL, outcome TEXT, gp_joined INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE goal (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, episode_id TEXT NOT NULL, words TEXT NOT NULL,
        levels TEXT NOT NULL, score_start INTEGER, score_end INTEGER, archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE note (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, appointment_id TEXT NOT NULL,
        template TEXT NOT NULL, template_version INTEGER NOT NULL, author TEXT NOT NULL,
        author_name TEXT NOT NULL, signed_at TEXT NOT NULL, answers TEXT NOT NULL, third_party TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE addendum (
        id TEXT NOT NULL PRIMARY KEY, note_id TEXT NOT NULL, patient_id TEXT NOT NULL, text TEXT NOT NULL,
        author TEXT NOT NULL, author_name TEXT NOT NULL, made_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE handover (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, episode_id TEXT NOT NULL,
        provider_id TEXT NOT NULL, provider_name TEXT NOT NULL, access_route TEXT NOT NULL,
        created_at TEXT NOT NULL, recorded_by TEXT NOT NULL, destination TEXT NOT NULL,
        checklist TEXT NOT NULL, withheld TEXT NOT NULL, safety TEXT NOT NULL, ground TEXT,
        ground_reason TEXT NOT NULL, status TEXT NOT NULL, status_at TEXT, performed_by TEXT NOT NULL,
        reason TEXT NOT NULL, alternative_date TEXT, sent_at TEXT, sent_how TEXT NOT NULL, answer_due TEXT,
        meeting_at TEXT, present TEXT NOT NULL, absent_why TEXT NOT NULL, agreements TEXT NOT NULL,
        first_contact_on TEXT, callback_due TEXT, callback_result TEXT NOT NULL, bridging INTEGER NOT NULL,
        next_contact_on TEXT, completed_on TEXT
    ) STRICT""",
    """CREATE TABLE fact (
        id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, month TEXT NOT NULL, revision INTEGER NOT NULL,
        "values" TEXT NOT NULL, withdrawn INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE narrative (
        id TEXT NOT NULL PRIMARY KEY, indicator TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
        text TEXT NOT NULL, written_at TEXT NOT NULL, author_name TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE improvement_action (
        id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL, owner TEXT NOT NULL, due_on TEXT NOT NULL,
        meeting_on TEXT NOT NULL, done_on TEXT, result TEXT NOT NULL, archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE issued_report (
        id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
        issued_at TEXT NOT NULL, issued_by TEXT NOT NULL, facts_digest TEXT NOT NULL, figures TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE note_draft (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, appointment_id TEXT NOT NULL,
        template TEXT NOT NULL, template_version INTEGER NOT NULL, author TEXT NOT NULL, device TEXT NOT NULL,
        started_at TEXT NOT NULL, saved_at TEXT NOT NULL, answers TEXT NOT NULL
    ) STRICT""",
)

RECORD_INDEXES = (
    "CREATE INDEX patient_name ON patient (family_name COLLATE NOCASE, given_name COLLATE NOCASE)",
    "CREATE INDEX patient_birth_date ON patient (birth_date)",
    "CREATE INDEX patient_case_lead ON patient (case_lead)",
    "CREATE INDEX patient_bsn ON patient (bsn) WHERE bsn <> ''",
    "CREATE INDEX related_person_patient ON related_person (patient_id)",
    "CREATE INDEX person_card_name ON person_card (family_name COLLATE NOCASE, birth_date)",
    "CREATE INDEX person_card_household ON person_card (household_id) WHERE household_id <> ''",
    "CREATE INDEX office_hours_site ON office_hours (site_id)",
    "CREATE INDEX half_day_session_day ON half_day_session (day, site_id)",
    "CREATE INDEX half_day_session_worker ON half_day_session (worker_id, day)",
    "CREATE INDEX slot_starts_at ON slot (starts_at, site_id)",
    "CREATE INDEX slot_session ON slot (session_id, starts_at)",
    "CREATE INDEX appointment_slot ON appointment (slot_id)",
    "CREATE INDEX appointment_status ON appointment (status, status_at)",
    "CREATE INDEX appointment_person ON appointment (person_id)",
    "CREATE INDEX waiting_entry_site ON waiting_entry (site_id, since)",
    "CREATE INDEX waiting_entry_person ON waiting_entry (person_id)",
    "CREATE INDEX safety_task_due ON safety_task (due_on) WHERE done_at IS NULL",
    "CREATE INDEX safety_task_about ON safety_task (about)",
    "CREATE INDEX feedback_due ON feedback (status, due_on)",
    "CREATE INDEX feedback_appointment ON feedback (appointment_id)",
    "CREATE INDEX feedback_person ON feedback (person_id)",
    "CREATE INDEX consent_person ON consent (person_id, recorded_at)",
    "CREATE INDEX response_episode ON response (episode_id, moment, voice)",
    "CREATE INDEX response_patient ON response (patient_id)",
    "CREATE INDEX episode_patient ON episode_of_care (patient_id, requested_on)",
    "CREATE INDEX episode_ended ON episode_of_care (ended_on)",
    "CREATE INDEX encounter_patient ON encounter (patient_id, day)",
    "CREATE INDEX encounter_appointment ON encounter (appointment_id)",
    "CREATE INDEX encounter_day ON encounter (day)",
    "CREATE INDEX goal_patient ON goal (patient_id)",
    "CREATE INDEX note_patient ON note (patient_id, signed_at)",
    "CREATE INDEX note_appointment ON note (appointment_id)",
    "CREATE INDEX addendum_note ON addendum (note_id, made_at)",
    "CREATE INDEX addendum_patient ON addendum (patient_id)",
    "CREATE INDEX handover_patient ON handover (patient_id, created_at)",
    "CREATE INDEX handover_status ON handover (status)",
    "CREATE INDEX fact_month ON fact (kind, month)",
    "CREATE INDEX narrative_period ON narrative (indicator, first_day)",
    "CREATE INDEX note_draft_author ON note_draft (author, saved_at)",
)
